import { floorDivide, type Tensor } from '@nn/tensor'
import { type DimensionTerms, resampleDimension } from './resample'
import type { Term } from './resampling'

/** What weights of whole numbers have to stay below. */
const LARGEST = 2 ** 15

/**
 * Resamples bytes as PyTorch does on a CPU: the last dimension first, with weights that are whole numbers over a power of
 * two, and rounded to bytes after every dimension.
 */
export function resampleBytes(x: Tensor, dimensions: readonly DimensionTerms[]): Tensor {
  return dimensions.reduceRight((bytes, { dim, inputSize, terms }) => {
    if (inputSize === terms.length) return bytes
    const sums = terms.map(withoutRepeats)
    const scale = scaleFor(Math.max(...sums.flatMap((list) => list.map(({ weight }) => weight))))
    const whole = sums.map((list) => list.map(({ index, weight }) => ({ index, weight: rounded(weight * scale) })))
    const total = resampleDimension(bytes.to('int32'), { dim, inputSize, terms: whole })
    return floorDivide(total.add(scale / 2), scale)
      .clamp(0, 255)
      .to('uint8')
  }, x)
}

/** Weights of the same element, added up. */
function withoutRepeats(terms: readonly Term[]): Term[] {
  const weights = new Map<number, number>()
  for (const { index, weight } of terms) weights.set(index, (weights.get(index) ?? 0) + weight)
  return [...weights].map(([index, weight]) => ({ index, weight }))
}

/** The largest power of two that leaves all weights in 16 bits. */
function scaleFor(largestWeight: number): number {
  let scale = 1
  while (scale < 2 ** 22 && Math.floor(0.5 + largestWeight * 2 * scale) < LARGEST) scale *= 2
  return scale
}

/** Halves away from zero. */
function rounded(value: number): number {
  return Math.trunc(value < 0 ? value - 0.5 : value + 0.5)
}
