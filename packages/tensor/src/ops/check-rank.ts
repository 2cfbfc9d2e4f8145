import { DTypeError } from '../core/errors'
import { showShape } from '../core/shape'
import type { Tensor } from '../tensor'

/** Refuses a k that is not between `least` and the size of the dimension to choose from. */
export function checkRank(op: string, x: Tensor, k: number, dim: number, least: number): void {
  const size = x.shape[dim] ?? 1
  if (!Number.isInteger(k) || k < least || k > size) {
    throw new RangeError(
      `${op}: k is ${k}, but dimension ${dim} of ${showShape(x.shape)} has ${size} elements to choose from`,
    )
  }
  if (x.dtype === 'bool') throw new DTypeError(`${op}: not defined for bool tensors; convert with to('uint8') first`)
}
