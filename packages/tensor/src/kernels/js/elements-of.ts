import type { TypedArray } from '../../core/dtype'
import { numelOf } from '../../core/shape'
import type { Strided } from '../strided'

/** The elements of a contiguous tensor. */
export function elementsOf({ storage, shape, offset }: Strided): TypedArray {
  return storage.data.subarray(offset, offset + numelOf(shape))
}
