import { DTypeError } from './errors'

/** The element types of a tensor, with PyTorch's names. */
export type DType = 'float32' | 'float64' | 'int64' | 'int32' | 'uint8' | 'bool'

/** The arrays that hold elements. `int64` lives in a `Float64Array`: integers are exact there up to 2^53. */
export type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array

type TypedArrayConstructor =
  | Float32ArrayConstructor
  | Float64ArrayConstructor
  | Int32ArrayConstructor
  | Uint8ArrayConstructor

/** What is known of a dtype: the array that holds it, its size, and its place in PyTorch's promotion order. */
export interface DTypeInfo {
  readonly array: TypedArrayConstructor
  /** Bytes an element as it is stored here. */
  readonly bytes: number
  /** Promotion goes from a lower category to a higher one: 0 bool, 1 integer, 2 floating point. */
  readonly category: 0 | 1 | 2
  /** The order within a category. */
  readonly rank: number
}

export const dtypes: Readonly<Record<DType, DTypeInfo>> = {
  bool: { array: Uint8Array, bytes: 1, category: 0, rank: 0 },
  uint8: { array: Uint8Array, bytes: 1, category: 1, rank: 0 },
  int32: { array: Int32Array, bytes: 4, category: 1, rank: 1 },
  int64: { array: Float64Array, bytes: 8, category: 1, rank: 2 },
  float32: { array: Float32Array, bytes: 4, category: 2, rank: 0 },
  float64: { array: Float64Array, bytes: 8, category: 2, rank: 1 },
}

/** True for `float32` and `float64`, the dtypes that can require a gradient. */
export function isFloatingPoint(dtype: DType): boolean {
  return dtypes[dtype].category === 2
}

let defaultDtype: 'float32' | 'float64' = 'float32'

/** The dtype that creation functions give floating-point values: `float32` unless `setDefaultDtype` changed it. */
export function getDefaultDtype(): 'float32' | 'float64' {
  return defaultDtype
}

export function setDefault(dtype: 'float32' | 'float64'): void {
  defaultDtype = dtype
}

/** Refuses a string that is no dtype, naming the ones that are. */
export function checkDtype(op: string, dtype: string): asserts dtype is DType {
  if (!Object.hasOwn(dtypes, dtype)) {
    throw new DTypeError(`${op}: no dtype is called '${dtype}', there are ${Object.keys(dtypes).join(', ')}`)
  }
}

/**
 * Refuses what an int64 element cannot hold exactly here. 2^53 is refused too: it may be 2^53 + 1 rounded.
 *
 * @throws DTypeError from ±2^53 on, and for NaN and infinities.
 */
export function checkInt64(op: string, value: number): void {
  if (!Number.isSafeInteger(value)) {
    throw new DTypeError(`${op}: ${value} is not exact in int64, which holds integers below 2^53 here`)
  }
}

/** The numbers that can be given for an element; uint8 takes negative ones too and wraps them, as PyTorch does. */
const ranges: Readonly<Partial<Record<DType, readonly [min: number, max: number]>>> = {
  uint8: [-255, 255],
  int32: [-(2 ** 31), 2 ** 31 - 1],
}

/**
 * A number as an element of `dtype`: integers are cut to whole numbers, booleans are 0 or 1.
 *
 * @throws DTypeError where the dtype cannot hold it.
 */
export function elementOf(op: string, value: number, dtype: DType): number {
  if (dtype === 'bool') return value !== 0 ? 1 : 0
  if (dtypes[dtype].category === 2) return value
  // Adding 0 turns -0, which no integer has, into 0.
  const integer = Math.trunc(value) + 0
  if (dtype === 'int64') checkInt64(op, integer)
  const [min, max] = ranges[dtype] ?? [-Infinity, Infinity]
  if (!(integer >= min && integer <= max)) throw new DTypeError(`${op}: ${dtype} cannot hold ${value}`)
  return integer
}
