import type { Strided } from '../kernels/strided'
import { getBackend } from '../memory/backend'
import { noteInScope } from '../memory/scope'
import { Storage } from '../memory/storage'
import { Tensor } from '../tensor'
import { AllocationError } from './allocation-error'
import type { DType } from './dtype'
import { isTensor } from './is-tensor'
import { inMemoryOrder, preservedStrides } from './layout'
import { broadcastStrides, contiguousStrides, numelOf, type Shape, sameShape } from './shape'
import { show } from './show'

/** A new tensor whose elements are whatever the memory held: contiguous, or with other strides that leave no gaps. */
export function allocate(shape: Shape, dtype: DType, strides: readonly number[] = contiguousStrides(shape)): Tensor {
  return new Tensor(noteInScope(newStorage(shape, dtype)), shape, strides, 0)
}

/** The same for a function that is no op, which errors name. */
export function allocateFor(op: string, shape: Shape, dtype: DType, strides?: readonly number[]): Tensor {
  try {
    return allocate(shape, dtype, strides)
  } catch (error) {
    if (error instanceof AllocationError) error.nameOp(op)
    throw error
  }
}

/** @throws AllocationError where there is no memory for so many elements. */
function newStorage(shape: Shape, dtype: DType): Storage {
  try {
    return getBackend().allocate(dtype, numelOf(shape))
  } catch (error) {
    throw error instanceof RangeError ? new AllocationError(shape, dtype, error) : error
  }
}

/** A contiguous tensor in another shape, as a tensor of its own and not a view: for results that nobody has seen yet. */
export function reshaped(x: Tensor, shape: Shape): Tensor {
  return new Tensor(x.storage, shape, contiguousStrides(shape), x.offset)
}

/** A JavaScript number as an operand: it decides the result's category, not its width. */
function wrapNumber(value: number | boolean): Tensor {
  const dtype = typeof value === 'boolean' ? 'bool' : Number.isSafeInteger(value) ? 'int64' : 'float64'
  const x = scalarOf(Number(value), dtype)
  x.wrapped = true
  return x
}

/**
 * An operand as a tensor.
 *
 * @param name the argument, as errors call it
 * @throws TypeError for what is neither a tensor nor a number.
 */
export function asTensor(op: string, value: Tensor | number | boolean, name = 'other'): Tensor {
  if (isTensor(value)) return value
  if (typeof value === 'number' || typeof value === 'boolean') return wrapNumber(value)
  throw new TypeError(`${op}: ${name} must be a tensor or a number, got ${show(value)}`)
}

/** A 0-d tensor in an ordinary array: kernels read it as a number. */
function scalarOf(value: number, dtype: DType): Tensor {
  const storage = Storage.inArray(dtype, 1)
  storage.data[0] = value
  return new Tensor(storage, [], [], 0)
}

/** The same elements in another dtype, outside of any graph; the tensor itself where it has that dtype. */
export function castTo(x: Tensor, dtype: DType): Tensor {
  if (x.dtype === dtype) return x
  if (x.wrapped) return scalarOf(x.storage.data[0] as number, dtype)
  return copyAs(x, dtype)
}

/** A copy in a dtype, outside of any graph; in the memory order of x unless strides say another. */
export function copyAs(x: Tensor, dtype: DType, strides: readonly number[] = preservedStrides(x)): Tensor {
  const out = allocate(x.shape, dtype, strides)
  const [to, from] = inMemoryOrder(out, x)
  getBackend().kernels.copy(from, to)
  return out
}

/** An operand read in the shape of the result. */
export function broadcastTo(x: Strided, shape: Shape): Strided {
  if (sameShape(x.shape, shape)) return x
  const { storage, dtype, offset } = x
  return { storage, dtype, shape, strides: broadcastStrides(x.shape, x.strides, shape), offset }
}

/** An operand read backwards along a dimension. */
export function backwards(x: Strided, dim: number): Strided {
  const { storage, dtype, shape, strides, offset } = x
  const step = strides[dim]
  if (step === undefined) return x
  const reversed = strides.map((stride, d) => (d === dim ? -stride : stride))
  return { storage, dtype, shape, strides: reversed, offset: offset + step * Math.max((shape[dim] as number) - 1, 0) }
}
