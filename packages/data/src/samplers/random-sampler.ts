import { defaultGenerator, Generator, randint, scope } from '@nn/tensor'
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

/**
 * The indices of a dataset in random order, PyTorch's own for the same seed.
 *
 * @example
 * manualSeed(0)
 * [...new RandomSampler({ length: 4 })] // [2, 0, 1, 3]
 * @see torch.utils.data.RandomSampler
 */
export class RandomSampler implements Sampler {
  readonly dataSource: { readonly length: number }
  readonly replacement: boolean
  readonly generator: Generator | null
  private readonly numSamples: number | null

  /** @throws RangeError when there is nothing to draw: an empty dataset, or a `numSamples` that is no positive integer. */
  constructor(
    dataSource: { readonly length: number },
    { replacement = false, numSamples, generator }: RandomSamplerOptions = {},
  ) {
    this.dataSource = dataSource
    this.replacement = replacement
    this.generator = generator ?? null
    this.numSamples = numSamples ?? null
    if (dataSource.length === 0) throw new RangeError('RandomSampler: the dataset is empty, there is nothing to draw from')
    checkPositive('RandomSampler', 'numSamples', this.length)
  }

  get length(): number {
    return this.numSamples ?? this.dataSource.length
  }

  *[Symbol.iterator](): IterableIterator<number> {
    const generator = this.generator ?? new Generator(defaultGenerator.random64() % 2n ** 63n)
    const n = this.dataSource.length
    const size = this.replacement ? CHUNK : n
    const draw = this.replacement ? drawnFrom : permutation
    for (let i = Math.floor(this.length / size); i > 0; i--) yield* draw(n, generator)
    // Drawn even where nothing of it is needed, as PyTorch does: a stream that was given goes on from behind it.
    yield* this.replacement
  }
}
