import {
  type Args,
  defaultGenerator,
  type Generator,
  keep,
  kinds,
  multinomial,
  ShapeError,
  scope,
  showShape,
  signature,
  Tensor,
  tensor,
} from '@nn/tensor'
import { generator } from '../argument-kinds'
import { counted, showInNode } from '../show-in-node'
import { checkPositive } from './check-positive'
import type { Sampler } from './sampler'

export interface WeightedRandomSamplerOptions {
  /** How many indices an iteration gives. */
  numSamples: number
  /** Draw every index from all of them, so that some may come again. Default true. */
  replacement?: boolean
  /** The stream to draw from. Default: the one that `manualSeed` seeds. */
  generator?: Generator
}

const takes = signature(
  'WeightedRandomSampler',
  { weights: kinds.either(kinds.numbers, kinds.tensor) },
  { numSamples: kinds.required(kinds.integer), replacement: kinds.boolean, generator },
)

/**
 * Indices drawn with a probability in proportion to their weight: what makes rare classes as frequent as others.
 *
 * @example
 * Array.from(new WeightedRandomSampler([0, 2, 0], 4)) // [1, 1, 1, 1]
 * @see torch.utils.data.WeightedRandomSampler
 */
export class WeightedRandomSampler implements Sampler {
  static {
    showInNode(WeightedRandomSampler.prototype)
  }

  /** float64, one for each index. */
  readonly weights: Tensor
  readonly length: number
  readonly replacement: boolean
  readonly generator: Generator

  /**
   * @param weights one for each index, 0 or more; they need not add up to 1
   * @throws ShapeError for weights that are no list.
   * @throws RangeError when `numSamples` is no positive integer; at iteration, for weights that are negative or all zero,
   *   and without replacement for more samples than weights.
   */
  constructor(
    weights: readonly number[] | Tensor,
    ...args: Args<WeightedRandomSamplerOptions, ['numSamples', 'replacement', 'generator']>
  ) {
    const { numSamples, replacement = true, generator = defaultGenerator } = takes([weights], args)
    checkPositive('WeightedRandomSampler', 'numSamples', numSamples)
    this.weights = keep(weights instanceof Tensor ? weights.double() : tensor(weights, { dtype: 'float64' }))
    if (this.weights.ndim !== 1) {
      throw new ShapeError(`WeightedRandomSampler: weights must be a list, got shape ${showShape(this.weights.shape)}`)
    }
    this.length = numSamples
    this.replacement = replacement
    this.generator = generator
  }

  toString(): string {
    return `WeightedRandomSampler(${counted(this.length, 'sample')} of ${this.weights.numel()}${this.replacement ? ', replacement=true' : ''})`
  }

  *[Symbol.iterator](): IterableIterator<number> {
    const { weights, length, replacement, generator } = this
    yield* scope(() => multinomial(weights, length, { replacement, generator }).toTypedArray())
  }
}
