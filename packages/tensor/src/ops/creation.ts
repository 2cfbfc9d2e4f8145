import { type DType, elementOf, getDefaultDtype, isFloatingPoint, type TypedArray } from '../core/dtype'
import { AutogradError, ShapeError } from '../core/errors'
import { gathered, type SizesAnd } from '../core/gathered'
import * as kinds from '../core/kinds'
import { inMemoryOrder, preservedStrides } from '../core/layout'
import { allocateFor } from '../core/operand'
import { checkSizes, type Shape } from '../core/shape'
import { show } from '../core/show'
import { type Args, signature } from '../core/signature'
import { getBackend } from '../memory/backend'
import type { Operand, Tensor } from '../tensor'
import { dtypeOfNumber, readData, type TensorData, tensorData } from './tensor-data'

export interface TensorOptions {
  /** The element type; by default what PyTorch would choose. */
  dtype?: DType
  /** Have autograd record what is computed from it. Default false. */
  requiresGrad?: boolean
}

/** Numbers or booleans, nested to any depth. */
export type NestedArray = number | boolean | readonly NestedArray[] | TypedArray

/**
 * Marks a new tensor as its options ask.
 *
 * @throws AutogradError where a tensor that is not floating point shall require a gradient.
 */
export function finish(op: string, x: Tensor, { requiresGrad = false }: TensorOptions): Tensor {
  if (requiresGrad && !isFloatingPoint(x.dtype)) {
    throw new AutogradError(`${op}: only floating-point tensors can require a gradient, this one is ${x.dtype}`)
  }
  return requiresGrad ? x.requiresGrad_() : x
}

/** What every function that makes a tensor takes by name. */
export const tensorKinds: {
  readonly dtype: typeof kinds.dtype
  readonly requiresGrad: typeof kinds.boolean
} = { dtype: kinds.dtype, requiresGrad: kinds.boolean }

const takesTensor = signature('tensor', { data: tensorData }, {}, tensorKinds)

/**
 * A tensor of values: a copy, also of what another tensor holds. Integers make int64, other numbers float32, booleans bool,
 * bigints int64. A typed array keeps its type where there is such a dtype, and else gets the smallest one that holds all
 * of its values: `Int8Array`, `Int16Array` and `Uint16Array` int32, `Uint32Array` and those of bigints int64,
 * `Uint8ClampedArray` uint8, `Float16Array` float32.
 *
 * @param data a number, a typed array, a tensor, or lists nested to any depth, all of the same length at each depth; they
 *   may hold tensors of one element
 * @throws ShapeError for lists of different lengths at one depth.
 * @throws DTypeError for values that are no numbers, or that the dtype cannot hold: int64 holds integers below 2^53 here.
 * @example
 * tensor([[1, 2], [3, 4]]).shape // [2, 2]
 * tensor([1.5, 2]).dtype // 'float32'
 * tensor(new BigInt64Array([16777217n])) // tensor([16777217])
 * @see torch.tensor
 */
export function tensor(data: TensorData, ...args: Args<TensorOptions>): Tensor {
  const options = takesTensor([data], args)
  const { shape, values, dtype: own } = readData(data)
  const dtype = options.dtype ?? own
  const out = allocateFor('tensor', shape, dtype)
  const to = out.storage.data
  if (isFloatingPoint(dtype)) to.set(values)
  else for (let i = 0; i < values.length; i++) to[i] = elementOf('tensor', values[i] as number, dtype)
  return finish('tensor', out, options)
}

function filled(op: string, shape: Shape, value: number, options: TensorOptions, dtype: DType): Tensor {
  checkSizes(op, shape)
  const element = elementOf(op, value, dtype)
  const out = allocateFor(op, shape, dtype)
  getBackend().kernels.fill(element, out)
  return finish(op, out, options)
}

function filledLike(op: string, x: Tensor, value: number, options: TensorOptions): Tensor {
  const element = elementOf(op, value, options.dtype ?? x.dtype)
  const out = unsetLike(op, x, options.dtype)
  const [to] = inMemoryOrder(out)
  getBackend().kernels.fill(element, to)
  return finish(op, out, options)
}

/** Unset elements in the shape and memory order of another tensor. */
export function unsetLike(op: string, x: Tensor, dtype: DType = x.dtype): Tensor {
  return allocateFor(op, x.shape, dtype, preservedStrides(x))
}

const takesSize = signature('zeros', { size: kinds.integers }, {}, tensorKinds)

/** The size and the options of a function that takes sizes one by one or in a list. */
function sizeAnd(op: string, args: SizesAnd<TensorOptions>): [Shape, TensorOptions] {
  const [size, rest] = gathered(args, kinds.number)
  const options = takesSize([size], rest, op)
  return [size as Shape, options]
}

/**
 * A tensor of zeros.
 *
 * @param args the sizes, one by one or in a list, and then options
 * @example
 * zeros([2, 3]).shape // [2, 3]
 * zeros(2, { dtype: 'int64' }) // tensor([0, 0])
 * @see torch.zeros
 */
export function zeros(...args: SizesAnd<TensorOptions>): Tensor {
  const [shape, options] = sizeAnd('zeros', args)
  return filled('zeros', shape, 0, options, options.dtype ?? getDefaultDtype())
}

/**
 * A tensor of ones.
 *
 * @param args the sizes, one by one or in a list, and then options
 * @example
 * ones([2]).toArray() // [1, 1]
 * ones(1, 2, { dtype: 'int64' }) // tensor([[1, 1]])
 * @see torch.ones
 */
export function ones(...args: SizesAnd<TensorOptions>): Tensor {
  const [shape, options] = sizeAnd('ones', args)
  return filled('ones', shape, 1, options, options.dtype ?? getDefaultDtype())
}

/**
 * A tensor whose elements are not set: whatever the memory held.
 *
 * @param args the sizes, one by one or in a list, and then options
 * @example
 * empty(2, 3).shape // [2, 3]
 * @see torch.empty
 */
export function empty(...args: SizesAnd<TensorOptions>): Tensor {
  const [shape, options] = sizeAnd('empty', args)
  checkSizes('empty', shape)
  return finish('empty', allocateFor('empty', shape, options.dtype ?? getDefaultDtype()), options)
}

/**
 * The number to fill a tensor with.
 *
 * @throws ShapeError for a tensor with dimensions, AutogradError for one that requires a gradient.
 */
function fillValue(op: string, value: Operand): number | boolean {
  if (typeof value !== 'object') return value
  if (value.ndim > 0) throw new ShapeError(`${op}: fillValue must be a number or a 0-d tensor, got ${show(value)}`)
  if (value.requiresGrad) {
    throw new AutogradError(
      `${op}: fillValue requires a gradient, which does not pass through here; use expand, or detach() it`,
    )
  }
  return value.dtype === 'bool' ? value.item() !== 0 : value.item()
}

/** As `torch.full` has it: the kind of number decides, not its width. */
function dtypeOfFill(value: Operand): DType {
  if (typeof value !== 'object') return dtypeOfNumber(value)
  if (value.isFloatingPoint()) return getDefaultDtype()
  return value.dtype === 'bool' ? 'bool' : 'int64'
}

const takesFull = signature('full', { size: kinds.integers, fillValue: kinds.operand }, {}, tensorKinds)

/**
 * A tensor of one value. The dtype is the value's: integers make int64, booleans bool.
 *
 * @param value a number, a boolean or a 0-d tensor
 * @throws ShapeError for a value with dimensions.
 * @throws AutogradError for a value that requires a gradient.
 * @example
 * full([2], 7).dtype // 'int64'
 * @see torch.full
 */
export function full(size: Shape, value: Operand, ...args: Args<TensorOptions>): Tensor {
  const options = takesFull([size, value], args)
  return filled('full', size, Number(fillValue('full', value)), options, options.dtype ?? dtypeOfFill(value))
}

const takesLike = signature('zerosLike', { input: kinds.tensor }, {}, tensorKinds)

/**
 * Zeros in the shape, dtype and memory order of another tensor.
 *
 * @example
 * zerosLike(tensor([1, 2])) // tensor([0, 0])
 * @see torch.zeros_like
 */
export function zerosLike(x: Tensor, ...args: Args<TensorOptions>): Tensor {
  return filledLike('zerosLike', x, 0, takesLike([x], args))
}

/**
 * Ones in the shape, dtype and memory order of another tensor.
 *
 * @example
 * onesLike(tensor([3, 4])) // tensor([1, 1])
 * @see torch.ones_like
 */
export function onesLike(x: Tensor, ...args: Args<TensorOptions>): Tensor {
  return filledLike('onesLike', x, 1, takesLike([x], args, 'onesLike'))
}

const takesFullLike = signature('fullLike', { input: kinds.tensor, fillValue: kinds.operand }, {}, tensorKinds)

/**
 * One value in the shape, dtype and memory order of another tensor.
 *
 * @param value a number, a boolean or a 0-d tensor
 * @throws DTypeError when the dtype cannot hold the value.
 * @throws ShapeError for a value with dimensions.
 * @throws AutogradError for a value that requires a gradient.
 * @example
 * fullLike(tensor([1.5, 2]), 7) // tensor([7., 7.])
 * @see torch.full_like
 */
export function fullLike(x: Tensor, value: Operand, ...args: Args<TensorOptions>): Tensor {
  const options = takesFullLike([x, value], args)
  return filledLike('fullLike', x, Number(fillValue('fullLike', value)), options)
}

/**
 * Unset elements in the shape, dtype and memory order of another tensor.
 *
 * @example
 * emptyLike(tensor([1, 2])).shape // [2]
 * @see torch.empty_like
 */
export function emptyLike(x: Tensor, ...args: Args<TensorOptions>): Tensor {
  const options = takesLike([x], args, 'emptyLike')
  return finish('emptyLike', unsetLike('emptyLike', x, options.dtype), options)
}
