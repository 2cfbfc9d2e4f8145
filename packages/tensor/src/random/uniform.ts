import { fusedMultiplyAdd } from './fused-multiply-add'
import type { Generator } from './generator'

/**
 * Fills `out` with numbers uniform in [from, to).
 *
 * $$ x = u \cdot (to - from) + from $$
 *
 * with u of 24 random bits for float32 and 53 for float64.
 *
 * @throws RangeError when `from` > `to`, or the range has no finite width
 * @see torch.Tensor.uniform_
 */
export function fillUniform(out: Float32Array | Float64Array, from: number, to: number, generator: Generator): void {
  if (!(from <= to)) throw new RangeError(`uniform_: from must not exceed to, got from=${from} and to=${to}`)
  if (out instanceof Float32Array) {
    fillFloat32(out, Math.fround(from), Math.fround(to), generator)
  } else {
    fillFloat64(out, from, to, generator)
  }
}

function fillFloat32(out: Float32Array, from: number, to: number, generator: Generator): void {
  const range = Math.fround(to - from)
  checkRange(from, to, range)
  for (let i = 0; i < out.length; i++) {
    // Rounding can reach `to`, which lies outside.
    const value = Math.fround(generator.randomFloat() * range + from)
    out[i] = value === to ? from : value
  }
}

function fillFloat64(out: Float64Array, from: number, to: number, generator: Generator): void {
  const range = to - from
  checkRange(from, to, range)
  for (let i = 0; i < out.length; i++) {
    const value = fusedMultiplyAdd(generator.randomDouble(), range, from)
    out[i] = value === to ? from : value
  }
}

function checkRange(from: number, to: number, range: number): void {
  if (!Number.isFinite(range)) {
    throw new RangeError(`uniform_: the range is not finite in this dtype, got from=${from} and to=${to}`)
  }
}
