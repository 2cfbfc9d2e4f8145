import { checkDtype, type DType, elementOf, isFloatingPoint } from '../core/dtype'
import { ShapeError } from '../core/errors'
import { getAutograd } from '../core/graph'
import { isTensor } from '../core/is-tensor'
import * as kinds from '../core/kinds'
import { apply, applyInPlace, checkWritable, type Op } from '../core/op'
import { allocate, broadcastTo, copyAs } from '../core/operand'
import { broadcastShapes, contiguousStrides, isContiguous, sameShape, showShape } from '../core/shape'
import { show } from '../core/show'
import { signature } from '../core/signature'
import { getBackend } from '../memory/backend'
import { Tensor } from '../tensor'
import { zerosLike } from './creation'
import { nothingMore, takesInput } from './takes'

/** In which order a copy lies in memory: that of the original, or row by row. */
export type MemoryFormat = 'preserve' | 'contiguous'

const cloneOp: Op<[Tensor], MemoryFormat> = {
  name: 'clone',
  forward: (_, [x], format) => copyAs(x, x.dtype, format === 'contiguous' ? contiguousStrides(x.shape) : undefined),
  backward: (_, grad) => [grad],
}

/** A copy with a storage of its own. */
export function clone(x: Tensor, memoryFormat: MemoryFormat = 'preserve'): Tensor {
  return apply(cloneOp, [x], memoryFormat)
}

/** The tensor itself where it is contiguous already, else a contiguous copy. */
export function contiguous(x: Tensor): Tensor {
  return isContiguous(x.shape, x.strides) ? x : clone(x, 'contiguous')
}

const toOp: Op<[Tensor], DType> = {
  name: 'to',
  node: 'ToCopyBackward0',
  forward: (_, [x], dtype) => copyAs(x, dtype),
  // The engine gives every gradient its input's dtype.
  backward: (_, grad) => [grad],
}

/** x in another dtype; x itself where it has it. */
export function to(x: Tensor, dtype: DType): Tensor {
  checkDtype('to', dtype)
  if (x.dtype === dtype) return x
  return isFloatingPoint(dtype) ? apply(toOp, [x], dtype) : apply(toOp, [x.detach()], dtype)
}

/** Shares the storage, knows no graph, and counts versions together with x. */
export function detach(x: Tensor): Tensor {
  return new Tensor(x.storage, x.shape, x.strides, x.offset)
}

function checkFits(target: Tensor, source: Tensor): void {
  if (!sameShape(broadcastShapes('copy_', target.shape, source.shape), target.shape)) {
    throw new ShapeError(`copy_: ${showShape(source.shape)} does not broadcast to ${showShape(target.shape)}`)
  }
}

const copyOp: Op<[Tensor, Tensor]> = {
  name: 'copy',
  node: 'CopyBackwards',
  forward(_, [target, source]) {
    checkFits(target, source)
    const out = allocate(target.shape, target.dtype)
    getBackend().kernels.copy(broadcastTo(source, target.shape), out)
    return out
  },
  backward: (_, grad) => [zerosLike(grad), grad],
}

const takesCopy = signature('copy_', { input: kinds.tensor, src: kinds.operand })

/**
 * target's elements become those of `source`, broadcast and converted.
 *
 * @param none what was given after the source, which is refused
 */
export function copyInPlace(
  target: Tensor,
  source: Tensor | number | boolean,
  none: readonly unknown[] = nothingMore,
): Tensor {
  if (none.length > 0 || !isTensor(source)) {
    takesCopy([target, source], none)
    return filled('copy_', target, source as number | boolean)
  }
  const overlaps = source.storage === target.storage
  if (overlaps || getAutograd()?.needsGraph([target, source]) === true) {
    return applyInPlace(copyOp, [target, source], undefined)
  }
  checkWritable('copy_', target)
  getAutograd()?.checkInPlace('copy_', target)
  checkFits(target, source)
  getBackend().kernels.copy(broadcastTo(source, target.shape), target)
  target.storage.version++
  return target
}

function constantLike(x: Tensor, value: number): Tensor {
  const out = allocate(x.shape, x.dtype)
  getBackend().kernels.fill(value, out)
  return out
}

const fillOps = { fill: fill('fill', 'FillBackward2'), zero: fill('zero', 'ZeroBackward0') }

function fill(name: string, node: string): Op<[Tensor], number> {
  return {
    name,
    node,
    isConstant: true,
    forward: (_, [x], value) => constantLike(x, value),
    backward: (_, grad) => [zerosLike(grad)],
  }
}

/** Filling with a tensor: its gradient is the sum of all. */
const fillByTensorOp: Op<[Tensor, Tensor]> = {
  name: 'fill',
  node: 'FillBackward3',
  isConstant: true,
  forward: (_, [x, value]) => constantLike(x, elementOf('fill_', value.item(), x.dtype)),
  backward: ({ needs }, grad) => [zerosLike(grad), needs[1] === true ? grad.sum() : null],
}

const takesFill = signature('fill_', { input: kinds.tensor, value: kinds.operand })

/** Every element becomes `value`, a number or a 0-d tensor. */
export function fillInPlace(x: Tensor, value: Tensor | number | boolean, none: readonly unknown[]): Tensor {
  if (none.length > 0 || typeof value !== 'number') takesFill([x, value], none)
  if (!isTensor(value)) return filled('fill_', x, value)
  if (value.ndim !== 0) throw new ShapeError(`fill_: value must be a number or a 0-d tensor, got ${show(value)}`)
  return applyInPlace(fillByTensorOp, [x, value], undefined)
}

/** Every element becomes 0. */
export function zeroInPlace(x: Tensor, none: readonly unknown[]): Tensor {
  takesInput([x], none, 'zero_')
  return filled('zero_', x, 0)
}

function filled(op: 'fill_' | 'zero_' | 'copy_', x: Tensor, value: number | boolean): Tensor {
  const element = elementOf(op, Number(value), x.dtype)
  if (getAutograd()?.needsGraph([x]) === true) {
    return applyInPlace(op === 'zero_' ? fillOps.zero : fillOps.fill, [x], element)
  }
  getAutograd()?.checkInPlace(op, x)
  getBackend().kernels.fill(element, x)
  x.storage.version++
  return x
}
