import { decodeNumber, type EncodedNumber, type EncodedTensor } from './encoded'
import type { TensorLike } from './tensor-like'

/** |ours - theirs| ≤ atol + rtol |theirs|. */
export interface Tolerance {
  readonly atol: number
  readonly rtol: number
}

/** For values: PyTorch's own tolerance for float32, and what sums in another order need. */
export const valueTolerance: Tolerance = { atol: 1e-5, rtol: 1.3e-5 }

/** For gradients, many of which are long sums. */
export const gradientTolerance: Tolerance = { atol: 1e-5, rtol: 1e-4 }

const exact: Tolerance = { atol: 0, rtol: 0 }

/** Says how a tensor differs from the expected one in shape, dtype or the first value, or null where it does not. */
export function difference(got: TensorLike, expected: EncodedTensor, tolerance: Tolerance): string | null {
  if (got.shape.join() !== expected.shape.join()) return `shape [${got.shape}], expected [${expected.shape}]`
  if (got.dtype !== expected.dtype) return `dtype ${got.dtype}, expected ${expected.dtype}`
  const { atol, rtol } = got.dtype.startsWith('float') ? tolerance : exact
  const values = got.toTypedArray()
  for (let i = 0; i < expected.data.length; i++) {
    const ours = values[i] as number
    const theirs = decodeNumber(expected.data[i] as EncodedNumber)
    const isClose =
      Object.is(ours, theirs) || ours === theirs || Math.abs(ours - theirs) <= atol + rtol * Math.abs(theirs)
    if (!isClose) return `element ${i} is ${ours}, expected ${theirs}`
  }
  return null
}
