import { DTypeError, type Tensor } from '@nn/tensor'

/** Refuses tensors of booleans, between which there are no differences. */
export function checkNotBool(op: string, ...tensors: readonly Tensor[]): void {
  if (tensors.some(({ dtype }) => dtype === 'bool')) {
    throw new DTypeError(`${op}: not defined for bool tensors; convert with to('float32') first`)
  }
}
