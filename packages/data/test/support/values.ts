import type { Tensor } from '@nn/tensor'

/** All that a test compares of a tensor. */
export function values(x: Tensor): unknown {
  return { dtype: x.dtype, shape: x.shape, values: Array.from(x.toTypedArray()) }
}
