import { DTypeError, type Tensor } from '@nn/tensor'

/** Refuses two tensors of which none is floating point. */
export function checkSomeFloatingPoint(op: string, a: Tensor, b: Tensor): void {
  if (!a.isFloatingPoint() && !b.isFloatingPoint()) {
    throw new DTypeError(`${op}: needs floating-point tensors, got ${a.dtype} and ${b.dtype}`)
  }
}
