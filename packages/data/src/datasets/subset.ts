import { kinds, signature } from '@nn/tensor'
import { dataset } from '../argument-kinds'
import type { Collated } from '../collate/collated'
import { type Collate, collator } from '../collate/collator'
import { counted, showInNode } from '../show-in-node'
import { batchOf } from './batch-of'
import type { Dataset } from './dataset'
import { asDataset } from './list-dataset'
import { sampleIndex } from './sample-index'

const takes = signature('Subset', { dataset, indices: kinds.integers })

/**
 * The samples of a dataset at given indices.
 *
 * @example
 * const evens = new Subset(new TensorDataset(arange(10)), [0, 2, 4, 6, 8])
 * evens.length // 5
 * @see torch.utils.data.Subset
 */
export class Subset<Sample> implements Dataset<Sample> {
  static {
    showInNode(Subset.prototype)
  }

  readonly dataset: Dataset<Sample>
  readonly indices: readonly number[]

  constructor(dataset: Dataset<Sample> | readonly Sample[], indices: readonly number[], ...none: []) {
    takes([dataset, indices], none)
    this.dataset = asDataset(dataset)
    this.indices = indices
  }

  get length(): number {
    return this.indices.length
  }

  get(index: number): Sample {
    return this.dataset.get(this.indexInDataset(index))
  }

  getBatch(indices: readonly number[], collate: Collate = collator('getBatch')): Collated<Sample> {
    return batchOf(
      this.dataset,
      indices.map((index) => this.indexInDataset(index)),
      collate,
    )
  }

  toString(): string {
    return `Subset(${this.length} of ${counted(this.dataset.length, 'sample')})`
  }

  private indexInDataset(index: number): number {
    return this.indices[sampleIndex('Subset', index, this.length)] as number
  }
}
