import { type Args, defaultGenerator, Generator, kinds, signature } from '@nn/tensor'
import { generator, sized } from '../argument-kinds'
import { counted, showInNode } from '../show-in-node'
import { checkPositive } from './check-positive'
import { permutation } from './permutation'
import type { Sampler } from './sampler'

export interface RandomSamplerOptions {
  /** Draw every index from all of them, so that some may come again. Default false: a shuffled order. */
  replacement?: boolean
  /** How many indices an iteration gives. Default: as many as there are samples. */
  numSamples?: number
  /** The stream to draw from. Default: each iteration one of its own, seeded from the default generator. */
  generator?: Generator
}

/** With replacement, indices are drawn this many at a time. */
const CHUNK = 32

const takes = signature(
  'RandomSampler',
  { dataSource: sized },
  { replacement: kinds.boolean, numSamples: kinds.integer, generator },
)

/**
 * The indices of a dataset in random order, PyTorch's own for the same seed.
 *
 * @example
 * manualSeed(0)
 * Array.from(new RandomSampler({ length: 4 })) // [2, 3, 0, 1]
 * @see torch.utils.data.RandomSampler
 */
export class RandomSampler implements Sampler {
  static {
    showInNode(RandomSampler.prototype)
  }

  readonly dataSource: { readonly length: number }
  readonly replacement: boolean
  readonly generator: Generator | null
  private readonly numSamples: number | null

  /** @throws RangeError when there is nothing to draw: an empty dataset, or a `numSamples` that is no positive integer. */
  constructor(
    dataSource: { readonly length: number },
    ...args: Args<RandomSamplerOptions, ['replacement', 'numSamples', 'generator']>
  ) {
    const { replacement = false, numSamples, generator } = takes([dataSource], args)
    this.dataSource = dataSource
    this.replacement = replacement
    this.generator = generator ?? null
    this.numSamples = numSamples ?? null
    if (dataSource.length === 0) {
      throw new RangeError('RandomSampler: the dataset is empty, there is nothing to draw from')
    }
    checkPositive('RandomSampler', 'numSamples', this.length)
  }

  get length(): number {
    return this.numSamples ?? this.dataSource.length
  }

  toString(): string {
    return `RandomSampler(${counted(this.length, 'sample')}${this.replacement ? ', replacement=true' : ''})`
  }

  *[Symbol.iterator](): IterableIterator<number> {
    const generator = this.generator ?? new Generator(defaultGenerator.random64() % 2n ** 63n)
    yield* this.replacement ? this.drawn(generator) : this.shuffled(generator)
  }

  private *drawn(generator: Generator): IterableIterator<number> {
    for (let left = this.length; left > 0; left -= CHUNK) {
      yield* integersBelow(this.dataSource.length, Math.min(left, CHUNK), generator)
    }
  }

  private *shuffled(generator: Generator): IterableIterator<number> {
    const n = this.dataSource.length
    for (let left = this.length; left >= n; left -= n) yield* permutation(n, generator)
    const rest = this.length % n
    // PyTorch draws one more order even where nothing is left to take from it; a given stream goes on from behind that.
    if (rest > 0 || this.generator !== null) yield* permutation(n, generator).slice(0, rest)
  }
}

/** Drawn as `randint(0, n, [count])` draws, without a tensor: of many values, 32 bits would favour some visibly. */
function integersBelow(n: number, count: number, generator: Generator): number[] {
  const isWide = n >= 2 ** 28
  return Array.from({ length: count }, () =>
    isWide ? Number(generator.random64() % BigInt(n)) : generator.random32() % n,
  )
}
