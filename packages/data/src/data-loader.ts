import { type DType, defaultGenerator, type Generator, type Kind, kinds, signature } from '@nn/tensor'
import { batchSampler, dataset, generator, indexSampler } from './argument-kinds'
import type { Collated } from './collate/collated'
import { type Collate, collator } from './collate/collator'
import { batchOf } from './datasets/batch-of'
import type { Dataset } from './datasets/dataset'
import { asDataset } from './datasets/list-dataset'
import { checkIndices } from './datasets/sample-index'
import { EventLoopTurns } from './event-loop'
import { BatchSampler } from './samplers/batch-sampler'
import { checkPositive } from './samplers/check-positive'
import { RandomSampler } from './samplers/random-sampler'
import type { Sampler } from './samplers/sampler'
import { SequentialSampler } from './samplers/sequential-sampler'
import { counted, showInNode } from './show-in-node'

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
  /** Makes a batch out of a list of samples. Default: as `defaultCollate` does. */
  collateFn?: (samples: Sample[]) => Batch
  /**
   * What the numbers in samples become, such as float32 for the targets of a regression. Default: what the first batch
   * decides, for each place in a sample: int64 where all are integers, as the labels of `crossEntropy` have to be, and
   * float64 otherwise. Later batches get the same dtype, and a number that does not fit is refused.
   */
  numberDtype?: DType
}

const takes = signature(
  'DataLoader',
  { dataset },
  { batchSize: kinds.integer, shuffle: kinds.boolean, sampler: indexSampler, batchSampler },
  { collateFn: kinds.callback as Kind<never>, dropLast: kinds.boolean, generator, numberDtype: kinds.dtype },
)
const takesFirst = signature('DataLoader.first', {})

/**
 * A dataset in batches. Each iteration is an epoch; the order is PyTorch's own for the same seed. The dataset may be an
 * array of samples.
 *
 * @example
 * const points = new TensorDataset(rand([100, 2]), randint(0, 3, [100]))
 * const loader = new DataLoader(points, { batchSize: 50, shuffle: true })
 * for (const [inputs, labels] of loader) {
 *   inputs.shape // [50, 2]
 *   labels.shape // [50]
 * }
 * @example
 * // Targets of a regression that are given as numbers.
 * const samples: [Tensor, number][] = [[tensor([1.5]), 0], [tensor([2.5]), 1]]
 * new DataLoader(samples, 2, { numberDtype: 'float32' }).first()[1] // tensor([0., 1.])
 * @see torch.utils.data.DataLoader
 */
export class DataLoader<Sample, Batch = Collated<Sample>> implements Iterable<Batch>, AsyncIterable<Batch> {
  static {
    showInNode(DataLoader.prototype)
  }

  readonly dataset: Dataset<Sample>
  /** Null where a `batchSampler` was given. */
  readonly batchSize: number | null
  readonly dropLast: boolean
  readonly sampler: Sampler
  readonly batchSampler: Sampler<readonly number[]>
  readonly generator: Generator | null
  private readonly collateFn: ((samples: Sample[]) => Batch) | null
  private readonly collate: Collate

  /**
   * @throws RangeError when `batchSize` is no positive integer, and for shuffling an empty dataset.
   * @throws TypeError for options that exclude each other.
   */
  constructor(dataset: Dataset<Sample> | readonly Sample[], options?: DataLoaderOptions<Sample, Batch>)
  constructor(
    dataset: Dataset<Sample> | readonly Sample[],
    batchSize: number | undefined,
    options?: DataLoaderOptions<Sample, Batch>,
  )
  constructor(
    dataset: Dataset<Sample> | readonly Sample[],
    batchSize: number | undefined,
    shuffle: boolean | undefined,
    options?: DataLoaderOptions<Sample, Batch>,
  )
  constructor(
    dataset: Dataset<Sample> | readonly Sample[],
    batchSize: number | undefined,
    shuffle: boolean | undefined,
    sampler: Sampler | undefined,
    options?: DataLoaderOptions<Sample, Batch>,
  )
  constructor(
    dataset: Dataset<Sample> | readonly Sample[],
    batchSize: number | undefined,
    shuffle: boolean | undefined,
    sampler: Sampler | undefined,
    batchSampler: Sampler<readonly number[]> | undefined,
    options?: DataLoaderOptions<Sample, Batch>,
  )
  constructor(samples: Dataset<Sample> | readonly Sample[], ...args: readonly unknown[]) {
    const options = takes([samples], args) as DataLoaderOptions<Sample, Batch>
    checkExclusive(options)
    const { batchSize = 1, shuffle = false, dropLast = false, generator, collateFn, numberDtype } = options
    const dataset = asDataset(samples)
    checkPositive('DataLoader', 'batchSize', batchSize)
    this.dataset = dataset
    this.batchSize = options.batchSampler === undefined ? batchSize : null
    this.dropLast = dropLast
    this.sampler = options.sampler ?? (shuffle ? shuffledOrder(dataset, generator) : new SequentialSampler(dataset))
    this.batchSampler = options.batchSampler ?? new BatchSampler(this.sampler, batchSize, { dropLast })
    this.generator = generator ?? null
    this.collateFn = collateFn ?? null
    this.collate = collator('DataLoader', numberDtype === undefined ? {} : { numberDtype })
  }

  /**
   * The first batch of an epoch, as `next(iter(loader))` gives it in Python: to look at one, or to try a model with it.
   *
   * @throws RangeError where there is no batch.
   * @example
   * const loader = new DataLoader(new TensorDataset(rand([100, 2]), randint(0, 3, [100])), { batchSize: 50 })
   * const [inputs, labels] = loader.first()
   * inputs.shape // [50, 2]
   * labels.shape // [50]
   */
  first(...none: []): Batch {
    takesFirst([], none)
    for (const batch of this) return batch
    throw new RangeError(`DataLoader.first: there is no batch in ${this}`)
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

  /** In a line, without the samples. */
  toString(): string {
    const parts = [counted(this.dataset.length, 'sample')]
    if (this.batchSize === null) parts.push(`batchSampler=${nameOf(this.batchSampler)}`)
    else {
      parts.push(`batchSize=${this.batchSize}`)
      if (this.sampler instanceof RandomSampler) parts.push('shuffle=true')
      else if (!(this.sampler instanceof SequentialSampler)) parts.push(`sampler=${nameOf(this.sampler)}`)
    }
    if (this.dropLast) parts.push('dropLast=true')
    return `DataLoader(${parts.join(', ')})`
  }

  private *batches(): IterableIterator<Batch> {
    const { dataset, collate, collateFn } = this
    for (const indices of this.batchSampler) {
      checkIndices('DataLoader', indices)
      yield collateFn === null
        ? (batchOf(dataset, indices, collate) as Batch)
        : collateFn(indices.map((index) => dataset.get(index)))
    }
  }
}

const nameOf = (sampler: object): string => sampler.constructor.name

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
