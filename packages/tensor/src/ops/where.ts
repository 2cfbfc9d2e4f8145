import { elementOf } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import { inMemoryOrder, resultStrides } from '../core/layout'
import { apply, applyInPlace, type Op } from '../core/op'
import { allocate, asTensor, broadcastTo, castTo } from '../core/operand'
import { resultType } from '../core/promotion'
import { broadcastShapes, showShape } from '../core/shape'
import { getBackend } from '../memory/backend'
import type { Operand, Tensor } from '../tensor'
import { nonzero } from './nonzero'

const whereOp: Op<[Tensor, Tensor], Tensor> = {
  name: 'where',
  forward(context, [a, b], condition) {
    const shape = broadcastShapes('where', broadcastShapes('where', condition.shape, a.shape), b.shape)
    const dtype = resultType(a, b)
    const [x, y] = [castTo(a, dtype), castTo(b, dtype)]
    const out = allocate(shape, dtype, resultStrides(shape, condition, x, y))
    const [to, c, p, q] = inMemoryOrder(
      out,
      broadcastTo(condition, shape),
      broadcastTo(x, shape),
      broadcastTo(y, shape),
    )
    getBackend().kernels.where(c, p, q, to)
    context.save(condition)
    return out
  },
  backward({ saved, needs }, grad) {
    const [condition] = saved as [Tensor]
    return [needs[0] === true ? where(condition, grad, 0) : null, needs[1] === true ? where(condition, 0, grad) : null]
  },
}

/**
 * The elements of `a` where the condition holds, those of `b` elsewhere; all three broadcast. The condition alone gives
 * the indices where it holds, a tensor for each dimension.
 *
 * @throws DTypeError when the condition is not bool.
 * @throws ShapeError where the shapes do not broadcast.
 * @throws TypeError when only one of `a` and `b` is given.
 * @example
 * const x = tensor([-1, 2])
 * where(x.gt(0), x, 0) // tensor([0, 2])
 * where(x.gt(0)) // [tensor([1])]
 * @see torch.where
 */
export function where(condition: Tensor): Tensor[]
export function where(condition: Tensor, a: Operand, b: Operand): Tensor
export function where(condition: Tensor, a?: Operand, b?: Operand): Tensor | Tensor[] {
  if (a === undefined && b === undefined) return indicesWhere(condition)
  if (a === undefined || b === undefined) throw new TypeError('where: needs both a and b, or neither')
  if (condition.dtype !== 'bool') {
    throw new DTypeError(`where: the condition must be a bool tensor, got ${condition.dtype}`)
  }
  return apply(whereOp, [asTensor('where', a), asTensor('where', b)], condition)
}

/** The columns of `nonzero`; a 0-d tensor counts as one of a single element. */
function indicesWhere(condition: Tensor): Tensor[] {
  const x = condition.ndim === 0 ? condition.reshape(1) : condition
  const indices = nonzero(x)
  return x.shape.map((_, d) => indices.at(':', d))
}

const maskedFillOp: Op<[Tensor, Tensor], Tensor> = {
  name: 'maskedFill',
  nodeFor: ([, value]) => `MaskedFillBackward${value.wrapped ? 0 : 1}`,
  forward(context, [x, value], mask) {
    const shape = broadcastShapes('maskedFill', x.shape, mask.shape)
    const out = allocate(shape, x.dtype)
    const filler = castTo(value, x.dtype)
    getBackend().kernels.where(broadcastTo(mask, shape), broadcastTo(filler, shape), broadcastTo(x, shape), out)
    context.save(mask)
    return out
  },
  backward({ saved, needs }, grad) {
    const [mask] = saved as [Tensor]
    return [grad.maskedFill(mask, 0), needs[1] === true ? where(mask, grad, 0).sum() : null]
  },
}

/** The value to fill in as an operand, refused where x cannot hold it. */
function fillerFor(x: Tensor, mask: Tensor, value: Tensor | number | boolean): Tensor {
  if (mask.dtype !== 'bool') throw new DTypeError(`maskedFill: the mask must be a bool tensor, got ${mask.dtype}`)
  if (typeof value !== 'object') return asTensor('maskedFill', elementOf('maskedFill', Number(value), x.dtype))
  if (value.ndim !== 0) {
    throw new ShapeError(`maskedFill: the value must be a number or a 0-d tensor, got ${showShape(value.shape)}`)
  }
  return value
}

/** x with `value` where the mask, broadcast, is true. */
export function maskedFill(x: Tensor, mask: Tensor, value: Tensor | number | boolean): Tensor {
  return apply(maskedFillOp, [x, fillerFor(x, mask, value)], mask)
}

export function maskedFillInPlace(x: Tensor, mask: Tensor, value: Tensor | number | boolean): Tensor {
  return applyInPlace(maskedFillOp, [x, fillerFor(x, mask, value)], mask)
}
