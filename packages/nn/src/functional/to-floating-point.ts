import { getDefaultDtype, type Tensor } from '@nn/tensor'

/** Integers and booleans in the default dtype, everything else as it is. */
export function toFloatingPoint(x: Tensor): Tensor {
  return x.isFloatingPoint() ? x : x.to(getDefaultDtype())
}
