import { defaultGenerator, type Generator } from '@nn/tensor'
import type { Collated } from './collate/collated'
import { batchOf } from './datasets/batch-of'
import type { Dataset } from './datasets/dataset'
import { EventLoopTurns } from './event-loop'
import { BatchSampler } from './samplers/batch-sampler'
import { checkPositive } from './samplers/check-positive'
import { RandomSampler } from './samplers/random-sampler'
import type { Sampler } from './samplers/sampler'
import { SequentialSampler } from './samplers/sequential-sampler'

export interface DataLoaderOptions<Sample, Batch = Collated<Sample>> {
  /** Samples in a batch. Default 1. */
  batchSize?: number
  /** Visit the samples in another random order each time. Default false. */
  shuffle?: boolean
  /** Leave out the last batch where it is smaller than the others. Default false. */
  dropLast?: boolean
  /** The order of the samples, in place of `shuffle`. */
  sampler?: Sampler
  /** The batches as lists of indices, in place of `batchSize`, `shuffle`, `sampler` and `dropLast`. */
  batchSampler?: Sampler<readonly number[]>
  /** The stream to shuffle by. Default: the one that `manualSeed` seeds. */
  generator?: Generator
  /** Makes a batch out of a list of samples. Default `defaultCollate`. */
  collate?: (samples: Sample[]) => Batch
}

/**
 * A dataset in batches. Each iteration is an epoch; the order is PyTorch's own for the same seed.
 *
 * @example
 * const points = new TensorDataset(rand([100, 2]), randint(0, 3, [100]))
 * const loader = new DataLoader(points, { batchSize: 50, shuffle: true })
 * for (const [inputs, labels] of loader) {
 *   inputs.shape // [50, 2]
 *   labels.shape // [50]
 * }
 * @see torch.utils.data.DataLoader
 */
export class DataLoader<Sample, Batch = Collated<Sample>> implements Iterable<Batch>, AsyncIterable<Batch> {
  readonly dataset: Dataset<Sample>
  /** Null where a `batchSampler` was given. */
  readonly batchSize: number | null
  readonly dropLast: boolean
  readonly sampler: Sampler
  readonly batchSampler: Sampler<readonly number[]>
  readonly generator: Generator | null
  private readonly collate: ((samples: Sample[]) => Batch) | null

  /**
   * @throws RangeError when `batchSize` is no positive integer, and for shuffling an empty dataset.
   * @throws TypeError for options that exclude each other.
   */
  constructor(dataset: Dataset<Sample>, options: DataLoaderOptions<Sample, Batch> = {}) {
    checkExclusive(options)
    const { batchSize = 1, shuffle = false, dropLast = false, generator, collate } = options
    checkPositive('DataLoader', 'batchSize', batchSize)
    this.dataset = dataset
    this.batchSize = options.batchSampler === undefined ? batchSize : null
    this.dropLast = dropLast
    this.sampler = options.sampler ?? (shuffle ? shuffledOrder(dataset, generator) : new SequentialSampler(dataset))
    this.batchSampler = options.batchSampler ?? new BatchSampler(this.sampler, batchSize, { dropLast })
    this.generator = generator ?? null
    this.collate = collate ?? null
  }

  /** Number of batches in an epoch. */
  get length(): number {
    return this.batchSampler.length
  }

  [Symbol.iterator](): IterableIterator<Batch> {
    // PyTorch draws a seed for its worker processes here, also when it has none.
    const generator = this.generator ?? defaultGenerator
    generator.random64()
    return this.batches()
  }

  /**
   * The same for `for await`: between batches timers, events and drawing get their turn, about every 10 milliseconds, so
   * that a page stays responsive while it trains.
   */
  async *[Symbol.asyncIterator](): AsyncIterableIterator<Batch> {
    const turns = new EventLoopTurns()
    for (const batch of this) {
      yield batch
      if (turns.isDue) await turns.take()
    }
  }

  private *batches(): IterableIterator<Batch> {
    const { dataset, collate } = this
    for (const indices of this.batchSampler) {
      yield collate === null
        ? (batchOf(dataset, indices) as Batch)
        : collate(indices.map((index) => dataset.get(index)))
    }
  }
}

function shuffledOrder(dataset: { readonly length: number }, generator: Generator | undefined): Sampler {
  return new RandomSampler(dataset, generator === undefined ? {} : { generator })
}

function checkExclusive(options: DataLoaderOptions<never, unknown>): void {
  const { sampler, batchSampler, batchSize = 1, shuffle = false, dropLast = false } = options
  if (sampler !== undefined && shuffle) {
    throw new TypeError('DataLoader: sampler and shuffle exclude each other, both were given')
  }
  const isAlone = batchSize === 1 && !shuffle && sampler === undefined && !dropLast
  if (batchSampler !== undefined && !isAlone) {
    throw new TypeError(
      'DataLoader: batchSampler excludes batchSize, shuffle, sampler and dropLast, some of which were given',
    )
  }
}
