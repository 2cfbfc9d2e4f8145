import { type DType, getDefaultDtype } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import { isTensor } from '../core/is-tensor'
import { type Kind, kind } from '../core/kinds'
import { promoteTypes } from '../core/promotion'
import { show } from '../core/show'
import type { Tensor } from '../tensor'

/** Any typed array: a `DataView` has no elements. */
type AnyTypedArray = ArrayBufferView & (ArrayLike<number> | ArrayLike<bigint>)

/** What `tensor` takes: numbers, booleans and tensors of one element, nested to any depth; a typed array; a tensor. */
export type TensorData = number | bigint | boolean | Tensor | AnyTypedArray | readonly TensorData[]

/** The smallest dtype that holds all values of each kind of typed array. */
const arrayDtypes: Readonly<Record<string, DType>> = {
  Float16Array: 'float32',
  Float32Array: 'float32',
  Float64Array: 'float64',
  Int8Array: 'int32',
  Int16Array: 'int32',
  Int32Array: 'int32',
  BigInt64Array: 'int64',
  Uint8Array: 'uint8',
  Uint8ClampedArray: 'uint8',
  Uint16Array: 'int32',
  Uint32Array: 'int64',
  BigUint64Array: 'int64',
}

/** Null for what is no typed array. */
function dtypeOfArray(data: unknown): DType | null {
  return ArrayBuffer.isView(data)
    ? (arrayDtypes[(data as AnyTypedArray & { [Symbol.toStringTag]: string })[Symbol.toStringTag]] ?? null)
    : null
}

/** As Python's numbers: whole ones are int64. */
export function dtypeOfNumber(value: number | bigint | boolean): DType {
  if (typeof value === 'boolean') return 'bool'
  return typeof value === 'bigint' || Number.isInteger(value) ? 'int64' : getDefaultDtype()
}

const isScalar = (value: unknown): value is number | bigint | boolean =>
  typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'

export const tensorData: Kind<TensorData> = kind(
  'a number, a boolean, a list of them, a typed array or a tensor',
  (value) => isScalar(value) || Array.isArray(value) || isTensor(value) || dtypeOfArray(value) !== null,
)

/** Values in row-major order, with the dtype that they have where none is asked for. */
export interface DataRead {
  readonly shape: readonly number[]
  readonly dtype: DType
  readonly values: ArrayLike<number>
}

export function readData(data: TensorData): DataRead {
  if (isTensor(data)) return { shape: data.shape, dtype: data.dtype, values: data.toTypedArray() }
  const dtype = dtypeOfArray(data)
  if (dtype !== null)
    return { shape: [(data as AnyTypedArray).length], dtype, values: numbersIn(data as AnyTypedArray) }
  return new NestedReader(shapeOf(data)).read(data)
}

function numbersIn(array: AnyTypedArray): ArrayLike<number> {
  return typeof array[0] === 'bigint' ? Array.from(array as ArrayLike<bigint>, Number) : (array as ArrayLike<number>)
}

/** How many dimensions a tensor can have; a list that contains itself has more. */
const MOST = 64

/** The lengths of the first list at each depth: all others there must have it too. */
function shapeOf(data: unknown): number[] {
  const shape: number[] = []
  for (let part = data; Array.isArray(part) || dtypeOfArray(part) !== null; part = (part as ArrayLike<unknown>)[0]) {
    const { length } = part as ArrayLike<unknown>
    if (shape.push(length) > MOST) throw new ShapeError(`tensor: lists are nested more than ${MOST} deep`)
    if (length === 0) break
  }
  return shape
}

class NestedReader {
  readonly #shape: readonly number[]
  readonly #values: number[] = []
  #dtype: DType | null = null
  /** Where it reads: the index at each depth. */
  readonly #place: number[] = []

  constructor(shape: readonly number[]) {
    this.#shape = shape
  }

  read(data: unknown): DataRead {
    this.#part(data, 0)
    return { shape: this.#shape, dtype: this.#dtype ?? getDefaultDtype(), values: this.#values }
  }

  #part(part: unknown, depth: number): void {
    const dtype = dtypeOfArray(part)
    if (Array.isArray(part) || dtype !== null) {
      const list = part as ArrayLike<unknown>
      if (list.length !== this.#shape[depth]) throw this.#ragged(`a list of ${list.length}`, depth)
      // An index and not an iterator: a hole in a list is undefined, and refused.
      for (let i = 0; i < list.length; i++) {
        this.#place[depth] = i
        if (dtype === null) this.#part(list[i], depth + 1)
        else this.#add(list[i] as number | bigint, dtype, depth + 1)
      }
    } else if (isScalar(part)) this.#add(part, dtypeOfNumber(part), depth)
    else if (!isTensor(part)) {
      const what = 'a number, a boolean or a tensor of one element'
      throw new DTypeError(`tensor: ${this.#at(depth)} must be ${what}, got ${show(part)}`)
    } else if (part.numel() === 1) this.#add(part.item(), part.dtype, depth)
    else
      throw new ShapeError(
        `tensor: ${this.#at(depth)} is ${show(part)}, and a list can have tensors of one element; stack joins others`,
      )
  }

  #add(value: number | bigint | boolean, dtype: DType, depth: number): void {
    if (depth !== this.#shape.length) throw this.#ragged('a number', depth)
    this.#values.push(Number(value))
    if (dtype !== this.#dtype) this.#dtype = this.#dtype === null ? dtype : promoteTypes(this.#dtype, dtype)
  }

  #ragged(part: string, depth: number): ShapeError {
    const length = this.#shape[depth]
    const first = `element [${new Array<number>(depth).fill(0).join('][')}]`
    return new ShapeError(
      `tensor: ${this.#at(depth)} is ${part}, ${first} is ${length === undefined ? 'a number' : `a list of ${length}`}`,
    )
  }

  #at(depth: number): string {
    return `element [${this.#place.slice(0, depth).join('][')}]`
  }
}
