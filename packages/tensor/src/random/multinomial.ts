import { fillExponential } from './exponential'
import type { Generator } from './generator'

/**
 * Draws `numSamples` indices, each with a probability in proportion to its weight; without `replacement` no index
 * twice. The weights of a matrix's rows, one after the other, draw as PyTorch's `multinomial` of that matrix does.
 *
 * @throws RangeError when a weight is negative, NaN or infinite, all are zero, or there are fewer weights than samples
 * @see torch.multinomial
 */
export function multinomial(
  weights: Float32Array | Float64Array,
  numSamples: number,
  replacement: boolean,
  generator: Generator,
): Float64Array {
  checkArguments(weights, numSamples, replacement)
  // One sample is drawn the same way in both cases, as PyTorch does.
  return replacement && numSamples > 1
    ? sampleWithReplacement(weights, numSamples, generator)
    : sampleWithoutReplacement(weights, numSamples, generator)
}

/** Looks uniform numbers up in the normalised cumulative sum of the weights. */
function sampleWithReplacement(
  weights: Float32Array | Float64Array,
  numSamples: number,
  generator: Generator,
): Float64Array {
  const cumulative = weights.slice()
  for (let i = 1; i < cumulative.length; i++) cumulative[i]! += cumulative[i - 1]!
  const total = cumulative[cumulative.length - 1]!
  for (let i = 0; i < cumulative.length; i++) cumulative[i]! /= total
  return Float64Array.from({ length: numSamples }, () => firstNotBelow(cumulative, generator.randomDouble()))
}

/** The first index whose value is at least `target`; the last index when there is none before. */
function firstNotBelow(ascending: Float32Array | Float64Array, target: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! < target) low = middle + 1
    else high = middle
  }
  return low
}

/** The indices with the largest weight / q, where every q is exponentially distributed (the Gumbel-max trick). */
function sampleWithoutReplacement(
  weights: Float32Array | Float64Array,
  numSamples: number,
  generator: Generator,
): Float64Array {
  const scores = weights.slice()
  fillExponential(scores, 1, generator)
  for (let i = 0; i < scores.length; i++) scores[i] = weights[i]! / scores[i]!
  const indices = Float64Array.from(scores, (_, i) => i)
  indices.sort((a, b) => scores[b]! - scores[a]!)
  return indices.slice(0, numSamples)
}

function checkArguments(weights: Float32Array | Float64Array, numSamples: number, replacement: boolean): void {
  if (!Number.isInteger(numSamples) || numSamples < 1) {
    throw new RangeError(`multinomial: numSamples must be a positive integer, got ${numSamples}`)
  }
  if (!replacement && numSamples > weights.length) {
    throw new RangeError(`multinomial: cannot draw ${numSamples} of ${weights.length} indices without replacement`)
  }
  const wrong = weights.find((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY))
  if (wrong !== undefined) throw new RangeError(`multinomial: weights must be finite and not negative, got ${wrong}`)
  if (!weights.some((weight) => weight > 0)) {
    throw new RangeError(`multinomial: the sum of the weights must be positive, got 0 over ${weights.length} weights`)
  }
}
