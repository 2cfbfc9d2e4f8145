import { defaultGenerator, type Generator } from '@nn/tensor'
import type { Collated } from './collate/collated'
import { batchOf } from './datasets/batch-of'
import type { Dataset } from './datasets/dataset'
import { BatchSampler } from './samplers/batch-sampler'
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
 * const loader = new DataLoader(points, { batchSize: 32, shuffle: true })
 * for (const [inputs, labels] of loader) {
 *   inputs.shape // [32, 2], at the end [4, 2]
 * }
 * @see torch.utils.data.DataLoader
 */
export class DataLoader<Sample, Batch = Collated<Sample>> implements Iterable<Batch> {
  readonly dataset: Dataset<Sample>
  readonly batchSampler: Sampler<readonly number[]>
  readonly generator: Generator
  private readonly collate: ((samples: Sample[]) => Batch) | null

  /**
   * @throws RangeError when `batchSize` is no positive integer, and for shuffling an empty dataset.
   * @throws TypeError for options that exclude each other.
   */
  constructor(dataset: Dataset<Sample>, options: DataLoaderOptions<Sample, Batch> = {}) {
    this.dataset = dataset
    this.batchSampler = options.batchSampler === undefined ? batchesOf(dataset, options) : givenBatches(options)
    this.generator = options.generator ?? defaultGenerator
    this.collate = options.collate ?? null
  }

  /** Number of batches in an epoch. */
  get length(): number {
    return this.batchSampler.length
  }

  [Symbol.iterator](): IterableIterator<Batch> {
    // PyTorch draws a seed for its worker processes here, also when it has none.
    this.generator.random64()
    return this.batches()
  }

  private *batches(): IterableIterator<Batch> {
    const { dataset, collate } = this
    for (const indices of this.batchSampler) {
      yield collate === null ? (batchOf(dataset, indices) as Batch) : collate(indices.map((index) => dataset.get(index)))
    }
  }
}
