import {
  defaultGenerator,
  type Generator,
  keep,
  multinomial,
  ShapeError,
  scope,
  showShape,
  Tensor,
  tensor,
} from '@nn/tensor'
import { checkPositive } from './check-positive'
import type { Sampler } from './sampler'

export interface WeightedRandomSamplerOptions {
  /** Draw every index from all of them, so that some may come again. Default true. */
  replacement?: boolean
  /** The stream to draw from. Default: the one that `manualSeed` seeds. */
  generator?: Generator
}

/**
 * Indices drawn with a probability in proportion to their weight: what makes rare classes as frequent as others.
 *
 * @example
 * Array.from(new WeightedRandomSampler([0, 2, 0], 4)) // [1, 1, 1, 1]
 * @see torch.utils.data.WeightedRandomSampler
 */
export class WeightedRandomSampler implements Sampler {
  /** float64, one for each index. */
  readonly weights: Tensor
  readonly length: number
  readonly replacement: boolean
  readonly generator: Generator

  /**
   * @param weights one for each index, 0 or more; they need not add up to 1
   * @param numSamples how many indices an iteration gives
   * @throws ShapeError for weights that are no list.
   * @throws RangeError when `numSamples` is no positive integer; at iteration, for weights that are negative or all zero,
   *   and without replacement for more samples than weights.
   */
  constructor(
    weights: readonly number[] | Tensor,
    numSamples: number,
    { replacement = true, generator = defaultGenerator }: WeightedRandomSamplerOptions = {},
  ) {
    checkPositive('WeightedRandomSampler', 'numSamples', numSamples)
    this.weights = keep(weights instanceof Tensor ? weights.double() : tensor(weights, { dtype: 'float64' }))
    if (this.weights.ndim !== 1) {
      throw new ShapeError(`WeightedRandomSampler: weights must be a list, got shape ${showShape(this.weights.shape)}`)
    }
    this.length = numSamples
    this.replacement = replacement
    this.generator = generator
  }

  *[Symbol.iterator](): IterableIterator<number> {
    const { weights, length, replacement, generator } = this
    yield* scope(() => multinomial(weights, length, { replacement, generator }).toTypedArray())
  }
}
