import { type Args, kinds, signature } from '@nn/tensor'
import { indexSampler } from '../argument-kinds'
import { counted, showInNode } from '../show-in-node'
import { checkPositive } from './check-positive'
import type { Sampler } from './sampler'

export interface BatchSamplerOptions {
  /** Indices in a list. */
  batchSize: number
  /** Leave out the last list where it is shorter. Default false. */
  dropLast?: boolean
}

const takes = signature(
  'BatchSampler',
  { sampler: indexSampler },
  { batchSize: kinds.required(kinds.integer), dropLast: kinds.boolean },
)

/**
 * The indices of a sampler in lists of `batchSize`; the last may be shorter, unless `dropLast` leaves it out.
 *
 * @example
 * Array.from(new BatchSampler([0, 1, 2, 3, 4], 2)) // [[0, 1], [2, 3], [4]]
 * @see torch.utils.data.BatchSampler
 */
export class BatchSampler implements Sampler<number[]> {
  static {
    showInNode(BatchSampler.prototype)
  }

  readonly sampler: Sampler
  readonly batchSize: number
  readonly dropLast: boolean

  /** @throws RangeError when `batchSize` is no positive integer. */
  constructor(sampler: Sampler, ...args: Args<BatchSamplerOptions, ['batchSize', 'dropLast']>) {
    const { batchSize, dropLast = false } = takes([sampler], args)
    checkPositive('BatchSampler', 'batchSize', batchSize)
    this.sampler = sampler
    this.batchSize = batchSize
    this.dropLast = dropLast
  }

  get length(): number {
    const batches = this.sampler.length / this.batchSize
    return this.dropLast ? Math.floor(batches) : Math.ceil(batches)
  }

  toString(): string {
    return `BatchSampler(${counted(this.length, 'batch')} of ${this.batchSize})`
  }

  *[Symbol.iterator](): IterableIterator<number[]> {
    let batch: number[] = []
    for (const index of this.sampler) {
      batch.push(index)
      if (batch.length === this.batchSize) {
        yield batch
        batch = []
      }
    }
    if (batch.length > 0 && !this.dropLast) yield batch
  }
}
