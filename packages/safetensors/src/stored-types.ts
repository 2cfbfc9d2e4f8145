import type { DType } from '@nn/tensor'
import { type ElementType, elementTypes } from './element-types'

/** How the elements of a file's tensor are read, and the dtype here that holds all their values. */
export interface StoredType {
  readonly dtype: DType
  readonly bytes: number
  readonly read: ElementType['read']
}

const own = Object.entries(elementTypes).map(([dtype, { code, bytes, read }]): [string, StoredType] => [
  code,
  { dtype: dtype as DType, bytes, read },
])

/** By their names in files: the dtypes that are there here, and those whose values another one holds exactly. */
export const storedTypes: ReadonlyMap<string, StoredType> = new Map<string, StoredType>([
  ...own,
  ['F16', { dtype: 'float32', bytes: 2, read: (view, offset) => fromHalf(view.getUint16(offset, true)) }],
  ['BF16', { dtype: 'float32', bytes: 2, read: (view, offset) => fromUpperHalf(view.getUint16(offset, true)) }],
  ['I8', { dtype: 'int32', bytes: 1, read: (view, offset) => view.getInt8(offset) }],
  ['I16', { dtype: 'int32', bytes: 2, read: (view, offset) => view.getInt16(offset, true) }],
  ['U16', { dtype: 'int32', bytes: 2, read: (view, offset) => view.getUint16(offset, true) }],
  ['U32', { dtype: 'int64', bytes: 4, read: (view, offset) => view.getUint32(offset, true) }],
  ['U64', { dtype: 'int64', bytes: 8, read: (view, offset) => Number(view.getBigUint64(offset, true)) }],
])

/** A float16 by its bits: sign, 5 bits of exponent, 10 of fraction. */
function fromHalf(bits: number): number {
  const sign = bits >> 15 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25)
}

const word = new DataView(new ArrayBuffer(4))

/** A bfloat16 by its bits: the upper half of a float32. */
function fromUpperHalf(bits: number): number {
  word.setUint16(0, bits)
  return word.getFloat32(0)
}
