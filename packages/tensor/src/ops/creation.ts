import { checkDtype, type DType, elementOf, getDefaultDtype, type TypedArray } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import { inMemoryOrder, preservedStrides } from '../core/layout'
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
  for (let i = 0; i < from.length; i++) to[i] = elementOf('tensor', Number(from[i]), dtype)
  return finish(out, options)
}

function filled(op: string, shape: Shape, value: number, options: TensorOptions, dtype: DType): Tensor {
  checkSizes(op, shape)
  checkDtype(op, dtype)
  const element = elementOf(op, value, dtype)
  const out = allocate(shape, dtype)
  getBackend().kernels.fill(element, out)
  return finish(out, options)
}

function filledLike(op: string, x: Tensor, value: number, options: TensorOptions): Tensor {
  const element = elementOf(op, value, options.dtype ?? x.dtype)
  const out = unsetLike(op, x, options.dtype)
  const [to] = inMemoryOrder(out)
  getBackend().kernels.fill(element, to)
  return finish(out, options)
}

/** Unset elements in the shape and memory order of another tensor. */
export function unsetLike(op: string, x: Tensor, dtype: DType = x.dtype): Tensor {
  checkDtype(op, dtype)
  return allocate(x.shape, dtype, preservedStrides(x))
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

/**
 * Zeros in the shape, dtype and memory order of another tensor.
 *
 * @example
 * zerosLike(tensor([1, 2])) // tensor([0, 0])
 * @see torch.zeros_like
 */
export function zerosLike(x: Tensor, options: TensorOptions = {}): Tensor {
  return filledLike('zerosLike', x, 0, options)
}

/**
 * Ones in the shape, dtype and memory order of another tensor.
 *
 * @example
 * onesLike(tensor([3, 4])) // tensor([1, 1])
 * @see torch.ones_like
 */
export function onesLike(x: Tensor, options: TensorOptions = {}): Tensor {
  return filledLike('onesLike', x, 1, options)
}

/**
 * One value in the shape, dtype and memory order of another tensor.
 *
 * @throws DTypeError when the dtype cannot hold the value.
 * @example
 * fullLike(tensor([1.5, 2]), 7) // tensor([7., 7.])
 * @see torch.full_like
 */
export function fullLike(x: Tensor, value: number | boolean, options: TensorOptions = {}): Tensor {
  return filledLike('fullLike', x, Number(value), options)
}

/** Unset elements in the shape, dtype and memory order of another tensor. @see torch.empty_like */
export function emptyLike(x: Tensor, options: TensorOptions = {}): Tensor {
  return finish(unsetLike('emptyLike', x, options.dtype), options)
}
