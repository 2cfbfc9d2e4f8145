import { checkDtype, checkInt64, type DType, dtypes, getDefaultDtype, type TypedArray } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import { allocate } from '../core/operand'
import { checkSizes, type Shape } from '../core/shape'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'

export interface TensorOptions {
  /** The element type; by default what PyTorch would choose. */
  dtype?: DType
  /** Have autograd record what is computed from it. Default false. */
  requiresGrad?: boolean
}

/** Numbers or booleans, nested to any depth. */
export type NestedArray = number | boolean | readonly NestedArray[] | TypedArray

/** Marks a new tensor as its options ask. */
export function finish(x: Tensor, { requiresGrad = false }: TensorOptions): Tensor {
  return requiresGrad ? x.requiresGrad_() : x
}

function isArray(data: NestedArray): data is readonly NestedArray[] | TypedArray {
  return Array.isArray(data) || ArrayBuffer.isView(data)
}

function shapeOf(data: NestedArray): number[] {
  const shape: number[] = []
  for (let part = data; isArray(part); part = part[0] as NestedArray) {
    shape.push(part.length)
    if (part.length === 0) break
  }
  return shape
}

/** Lists the values of nested arrays in row-major order, and refuses ragged ones. */
function flatten(data: NestedArray, shape: Shape, depth: number, into: (number | boolean)[]): void {
  if (!isArray(data)) {
    if (depth !== shape.length) throw raggedError(depth, shape)
    if (typeof data !== 'number' && typeof data !== 'boolean') {
      throw new DTypeError(
        `tensor: expects numbers or booleans, got ${data === null ? 'null' : typeof data} (${String(data)})`,
      )
    }
    into.push(data)
    return
  }
  if (data.length !== shape[depth]) {
    if (depth >= shape.length) throw raggedError(depth, shape)
    throw new ShapeError(`tensor: expected ${shape[depth]} elements at dimension ${depth}, got ${data.length}`)
  }
  for (const part of data) flatten(part, shape, depth + 1, into)
}

function raggedError(depth: number, shape: Shape): ShapeError {
  return new ShapeError(`tensor: the nesting is ${shape.length} deep at first and ${depth} deep elsewhere`)
}

/** A typed array's dtype here; other arrays are told by their values. */
function dtypeOfArray(data: NestedArray): DType | null {
  if (data instanceof Float32Array) return 'float32'
  if (data instanceof Float64Array) return 'float64'
  if (data instanceof Int32Array) return 'int32'
  if (data instanceof Uint8Array) return 'uint8'
  return null
}

function dtypeOfValues(values: readonly (number | boolean)[]): DType {
  if (values.length === 0) return getDefaultDtype()
  if (values.every((value) => typeof value === 'boolean')) return 'bool'
  return values.every((value) => typeof value === 'boolean' || Number.isInteger(value)) ? 'int64' : getDefaultDtype()
}

/**
 * A tensor of the values of nested arrays. Integers make int64, other numbers float32, booleans bool; a typed array
 * keeps its type.
 *
 * @param data a number, a typed array, or arrays nested to any depth, all of the same length at each depth
 * @throws ShapeError for ragged nesting.
 * @throws DTypeError for values that are no numbers, or that the dtype cannot hold.
 * @example
 * tensor([[1, 2], [3, 4]]).shape // [2, 2]
 * tensor([1.5, 2]).dtype // 'float32'
 * @see torch.tensor
 */
export function tensor(data: NestedArray, options: TensorOptions = {}): Tensor {
  const shape = shapeOf(data)
  const values: (number | boolean)[] = []
  const isFlatArray = ArrayBuffer.isView(data)
  if (!isFlatArray) flatten(data, shape, 0, values)
  const dtype = options.dtype ?? dtypeOfArray(data) ?? dtypeOfValues(values)
  checkDtype('tensor', dtype)
  const out = allocate(shape, dtype)
  const to = out.storage.data
  const from = isFlatArray ? (data as TypedArray) : values
  for (let i = 0; i < from.length; i++) to[i] = toElement(Number(from[i]), dtype)
  return finish(out, options)
}

function toElement(value: number, dtype: DType): number {
  if (dtype === 'bool') return value !== 0 ? 1 : 0
  if (dtypes[dtype].category === 2) return value
  if (!Number.isFinite(value)) throw new DTypeError(`tensor: ${value} cannot be held by ${dtype}`)
  const integer = Math.trunc(value) + 0
  if (dtype === 'int64') checkInt64('tensor', integer)
  return integer
}

function filled(op: string, shape: Shape, value: number, options: TensorOptions, dtype: DType): Tensor {
  checkSizes(op, shape)
  checkDtype(op, dtype)
  const out = allocate(shape, dtype)
  getBackend().kernels.fill(value, out)
  return finish(out, options)
}

/**
 * A tensor of zeros.
 *
 * @example
 * zeros([2, 3]).shape // [2, 3]
 * @see torch.zeros
 */
export function zeros(shape: Shape, options: TensorOptions = {}): Tensor {
  return filled('zeros', shape, 0, options, options.dtype ?? getDefaultDtype())
}

/**
 * A tensor of ones.
 *
 * @example
 * ones([2]).toArray() // [1, 1]
 * @see torch.ones
 */
export function ones(shape: Shape, options: TensorOptions = {}): Tensor {
  return filled('ones', shape, 1, options, options.dtype ?? getDefaultDtype())
}

/**
 * A tensor of one value. The dtype is the value's: integers make int64, booleans bool.
 *
 * @example
 * full([2], 7).dtype // 'int64'
 * @see torch.full
 */
export function full(shape: Shape, value: number | boolean, options: TensorOptions = {}): Tensor {
  return filled('full', shape, Number(value), options, options.dtype ?? dtypeOfValues([value]))
}

/**
 * A tensor whose elements are not set: whatever the memory held.
 *
 * @see torch.empty
 */
export function empty(shape: Shape, options: TensorOptions = {}): Tensor {
  checkSizes('empty', shape)
  const dtype = options.dtype ?? getDefaultDtype()
  checkDtype('empty', dtype)
  return finish(allocate(shape, dtype), options)
}

/** Zeros in the shape and dtype of another tensor. @see torch.zeros_like */
export function zerosLike(x: Tensor, options: TensorOptions = {}): Tensor {
  return zeros(x.shape, { dtype: x.dtype, ...options })
}

/** Ones in the shape and dtype of another tensor. @see torch.ones_like */
export function onesLike(x: Tensor, options: TensorOptions = {}): Tensor {
  return ones(x.shape, { dtype: x.dtype, ...options })
}

/** One value in the shape and dtype of another tensor. @see torch.full_like */
export function fullLike(x: Tensor, value: number, options: TensorOptions = {}): Tensor {
  return full(x.shape, value, { dtype: x.dtype, ...options })
}

/** Unset elements in the shape and dtype of another tensor. @see torch.empty_like */
export function emptyLike(x: Tensor, options: TensorOptions = {}): Tensor {
  return empty(x.shape, { dtype: x.dtype, ...options })
}

/** A new 1-d (or, for `eye`, 2-d) tensor with elements computed from their index. */
function generated(shape: Shape, dtype: DType, options: TensorOptions, element: (i: number) => number): Tensor {
  const out = allocate(shape, dtype)
  const to = out.storage.data
  for (let i = 0; i < out.storage.length; i++) to[i] = element(i)
  return finish(out, options)
}

/**
 * The numbers from `start` up to, not including, `end`; with one argument, from 0 up to it.
 *
 * @throws RangeError when the step is 0 or leads away from the end.
 * @example
 * arange(3) // tensor([0, 1, 2])
 * arange(1, 2, 0.5) // tensor([1.0000, 1.5000])
 * @see torch.arange
 */
export function arange(start: number, end?: number, step = 1, options: TensorOptions = {}): Tensor {
  const from = end === undefined ? 0 : start
  const to = end ?? start
  for (const value of [from, to, step]) {
    if (!Number.isFinite(value)) throw new RangeError(`arange: expects finite numbers, got ${value}`)
  }
  if (step === 0) throw new RangeError('arange: the step must not be 0')
  if ((to - from) * step < 0) throw new RangeError(`arange: a step of ${step} does not lead from ${from} to ${to}`)
  const dtype = options.dtype ?? dtypeOfValues([from, to, step])
  const length = Math.ceil((to - from) / step)
  return generated([length], dtype, options, (i) => toElement(from + i * step, dtype))
}

/**
 * `steps` numbers from `start` to `end`, both included, evenly spaced.
 *
 * @example
 * linspace(0, 1, 3) // tensor([0.0000, 0.5000, 1.0000])
 * @see torch.linspace
 */
export function linspace(start: number, end: number, steps: number, options: TensorOptions = {}): Tensor {
  if (!Number.isInteger(steps) || steps < 0)
    throw new RangeError(`linspace: steps must be a non-negative integer, got ${steps}`)
  const dtype = options.dtype ?? getDefaultDtype()
  const round = dtype === 'float32' ? Math.fround : (x: number): number => x
  const step = round((round(end) - round(start)) / (steps - 1))
  // Counted from both ends, so that both are met exactly.
  const element = (i: number): number => (i < steps / 2 ? start + step * i : end - step * (steps - i - 1))
  return generated([steps], dtype, options, (i) => toElement(steps === 1 ? start : element(i), dtype))
}

/**
 * The identity matrix, or its n × m part.
 *
 * @example
 * eye(2).toArray() // [[1, 0], [0, 1]]
 * @see torch.eye
 */
export function eye(n: number, options: TensorOptions & { m?: number } = {}): Tensor {
  const m = options.m ?? n
  checkSizes('eye', [n, m])
  return generated([n, m], options.dtype ?? getDefaultDtype(), options, (i) => (Math.floor(i / m) === i % m ? 1 : 0))
}
