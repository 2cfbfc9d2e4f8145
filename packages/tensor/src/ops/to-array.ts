import { dtypes, type TypedArray } from '../core/dtype'
import { contiguousStrides } from '../core/shape'
import { copy } from '../kernels/js/copy'
import { Storage } from '../memory/storage'
import type { Tensor } from '../tensor'
import type { NestedArray } from './creation'

/** A copy of the values in row-major order. */
export function toTypedArray(x: Tensor): TypedArray {
  const { shape, dtype } = x
  const array = new dtypes[dtype].array(x.numel())
  const storage = Storage.inArray(dtype, array.length, array)
  copy(x, { storage, dtype, shape, strides: contiguousStrides(shape), offset: 0 })
  return array
}

/** The values as arrays nested as the shape is; a number or boolean for a 0-d tensor. */
export function toArray(x: Tensor): NestedArray {
  const values = toTypedArray(x)
  const toValue = (i: number): number | boolean => (x.dtype === 'bool' ? values[i] !== 0 : (values[i] as number))
  const strides = contiguousStrides(x.shape)
  const nest = (dim: number, start: number): NestedArray =>
    dim === x.ndim
      ? toValue(start)
      : Array.from({ length: x.shape[dim] as number }, (_, i) => nest(dim + 1, start + i * (strides[dim] as number)))
  return nest(0, 0)
}
