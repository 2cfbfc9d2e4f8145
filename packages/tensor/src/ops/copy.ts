import { checkDtype, type DType, elementOf, isFloatingPoint } from '../core/dtype'
import { ShapeError } from '../core/errors'
import { getAutograd } from '../core/graph'
import { apply, applyInPlace, checkWritable, type Op } from '../core/op'
import { allocate, broadcastTo, copyAs } from '../core/operand'
import { broadcastShapes, contiguousStrides, isContiguous, sameShape, showShape } from '../core/shape'
import { getBackend } from '../memory/backend'
import { Tensor } from '../tensor'
import { zerosLike } from './creation'

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

/** target's elements become those of `source`, broadcast and converted. */
export function copyInPlace(target: Tensor, source: Tensor | number | boolean): Tensor {
  if (typeof source !== 'object') return fillInPlace('fill', target, Number(source))
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

const fillOps = { fill: fill('fill', 'FillBackward2'), zero: fill('zero', 'ZeroBackward0') }

function fill(name: string, node: string): Op<[Tensor], number> {
  return {
    name,
    node,
    isConstant: true,
    forward(_, [x], value) {
      const out = allocate(x.shape, x.dtype)
      getBackend().kernels.fill(value, out)
      return out
    },
    backward: (_, grad) => [zerosLike(grad)],
  }
}

/** Every element becomes `value`. */
export function fillInPlace(name: 'fill' | 'zero', x: Tensor, value: number): Tensor {
  const element = elementOf(`${name}_`, value, x.dtype)
  if (getAutograd()?.needsGraph([x]) === true) return applyInPlace(fillOps[name], [x], element)
  getAutograd()?.checkInPlace(`${name}_`, x)
  getBackend().kernels.fill(element, x)
  x.storage.version++
  return x
}
