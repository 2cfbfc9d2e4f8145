import { DTypeError, type Tensor } from '@nn/tensor'

/** Refuses tensors of integers and booleans. */
export function checkFloatingPoint(op: string, ...tensors: readonly Tensor[]): void {
  for (const x of tensors) {
    if (!x.isFloatingPoint()) throw new DTypeError(`${op}: needs a floating-point tensor, got ${x.dtype}`)
  }
}
