import { numelOf, type Strided } from '@nn/tensor'

/** Elements of a part for which the call of a kernel pays. */
const SMALLEST_PART = 512

/**
 * Does for each part of `out` along its first dimension, one after the other, what kernels cannot do for the whole. False
 * where the parts are too small, or a part cannot be done either.
 */
export function inParts(out: Strided, run: (part: (x: Strided) => Strided) => boolean): boolean {
  if (numelOf(out.shape.slice(1)) < SMALLEST_PART) return false
  const count = out.shape[0] ?? 0
  for (let i = 0; i < count; i++) {
    if (!run((x) => partOf(x, i))) return false
  }
  return true
}

function partOf({ storage, dtype, shape, strides, offset }: Strided, i: number): Strided {
  const start = offset + i * (strides[0] as number)
  return { storage, dtype, shape: shape.slice(1), strides: strides.slice(1), offset: start }
}
