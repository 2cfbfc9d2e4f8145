import { DTypeError } from '../core/errors'
import { apply, applyInPlace, type Op } from '../core/op'
import { allocate, asTensor, broadcastTo, castTo } from '../core/operand'
import { resultType } from '../core/promotion'
import { broadcastShapes } from '../core/shape'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'

const whereOp: Op<[Tensor, Tensor], Tensor> = {
  name: 'where',
  forward(_, [a, b], condition) {
    const shape = broadcastShapes('where', broadcastShapes('where', condition.shape, a.shape), b.shape)
    const dtype = resultType(a, b)
    const out = allocate(shape, dtype)
    const [x, y] = [castTo(a, dtype), castTo(b, dtype)]
    getBackend().kernels.where(broadcastTo(condition, shape), broadcastTo(x, shape), broadcastTo(y, shape), out)
    return out
  },
  backward({ params: condition, needs }, grad) {
    return [needs[0] === true ? where(condition, grad, 0) : null, needs[1] === true ? where(condition, 0, grad) : null]
  },
}

/**
 * The elements of `a` where the condition holds, those of `b` elsewhere; all three broadcast.
 *
 * @throws DTypeError when the condition is not bool.
 * @example
 * const x = tensor([-1, 2])
 * where(x.gt(0), x, 0) // tensor([0, 2])
 * @see torch.where
 */
export function where(condition: Tensor, a: Tensor | number | boolean, b: Tensor | number | boolean): Tensor {
  if (condition.dtype !== 'bool') {
    throw new DTypeError(`where: the condition must be a bool tensor, got ${condition.dtype}`)
  }
  return apply(whereOp, [asTensor(a), asTensor(b)], condition)
}

const maskedFillOp: Op<[Tensor], { mask: Tensor; value: number }> = {
  name: 'maskedFill',
  forward(_, [x], { mask, value }) {
    const shape = broadcastShapes('maskedFill', x.shape, mask.shape)
    const out = allocate(shape, x.dtype)
    const filler = castTo(asTensor(value), x.dtype)
    getBackend().kernels.where(broadcastTo(mask, shape), broadcastTo(filler, shape), broadcastTo(x, shape), out)
    return out
  },
  backward: ({ params: { mask } }, grad) => [grad.maskedFill(mask, 0)],
}

function checkMask(mask: Tensor): void {
  if (mask.dtype !== 'bool') throw new DTypeError(`maskedFill: the mask must be a bool tensor, got ${mask.dtype}`)
}

export function maskedFill(x: Tensor, mask: Tensor, value: number): Tensor {
  checkMask(mask)
  return apply(maskedFillOp, [x], { mask, value })
}

export function maskedFillInPlace(x: Tensor, mask: Tensor, value: number): Tensor {
  checkMask(mask)
  return applyInPlace(maskedFillOp, [x], { mask, value })
}
