import { elementOf } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { inMemoryOrder, resultStrides } from '../core/layout'
import { apply, applyInPlace, type Op } from '../core/op'
import { allocate, asTensor, broadcastTo, castTo } from '../core/operand'
import { resultType } from '../core/promotion'
import { broadcastShapes } from '../core/shape'
import { show } from '../core/show'
import { type Args, signature } from '../core/signature'
import { getBackend } from '../memory/backend'
import type { Operand, Tensor } from '../tensor'
import { fromByteMask } from './byte-mask'
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

export interface WhereOptions {
  /** What is taken where the condition holds. */
  input: Operand
  /** What is taken elsewhere. */
  other: Operand
}

const takesWhere = signature('where', { condition: kinds.tensor }, { input: kinds.operand, other: kinds.operand })

/**
 * The elements of `input` where the condition holds, those of `other` elsewhere; all three broadcast. The condition alone gives
 * the indices where it holds, a tensor for each dimension.
 *
 * @throws DTypeError when the condition is not bool.
 * @throws ShapeError where the shapes do not broadcast.
 * @throws TypeError when only one of `input` and `other` is given.
 * @example
 * const x = tensor([-1, 2])
 * where(x.gt(0), x, 0) // tensor([0, 2])
 * where(x.gt(0)) // [tensor([1])]
 * @see torch.where
 */
export function where(condition: Tensor): Tensor[]
export function where(condition: Tensor, ...args: Args<WhereOptions, ['input', 'other']>): Tensor
export function where(condition: Tensor, ...args: readonly unknown[]): Tensor | Tensor[] {
  const { input, other } = takesWhere([condition], args)
  if (input === undefined && other === undefined) return indicesWhere(condition)
  if (input === undefined || other === undefined) {
    throw new TypeError(`where: ${input === undefined ? 'input' : 'other'} is missing; give both or neither`)
  }
  const mask = condition.dtype === 'uint8' ? fromByteMask(condition) : condition
  if (mask.dtype !== 'bool') throw new DTypeError(`where: the condition must be a bool tensor, got ${mask.dtype}`)
  return apply(whereOp, [asTensor('where', input), asTensor('where', other)], mask)
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

export interface MaskedFillOptions {
  /** bool; broadcasts. */
  mask: Tensor
  /** A number or a 0-d tensor. */
  value: Operand
}

export type MaskedFillArgs = Args<MaskedFillOptions, ['mask', 'value']>

const takesMaskedFill = signature(
  '',
  { input: kinds.tensor },
  { mask: kinds.required(kinds.tensor), value: kinds.required(kinds.operand) },
)

/** The mask, and the value to fill in as an operand, refused where x cannot hold it. */
function filling(op: string, x: Tensor, args: MaskedFillArgs): { mask: Tensor; filler: Tensor } {
  const { mask, value } = takesMaskedFill([x], args, op)
  if (mask.dtype !== 'bool') throw new DTypeError(`${op}: the mask must be a bool tensor, got ${mask.dtype}`)
  if (typeof value !== 'object') return { mask, filler: asTensor(op, elementOf(op, Number(value), x.dtype)) }
  if (value.ndim !== 0) throw new ShapeError(`${op}: the value must be a number or a 0-d tensor, got ${show(value)}`)
  return { mask, filler: value }
}

/** x with `value` where the mask, broadcast, is true. */
export function maskedFill(x: Tensor, ...args: MaskedFillArgs): Tensor {
  const { mask, filler } = filling('maskedFill', x, args)
  return apply(maskedFillOp, [x, filler], mask)
}

export function maskedFillInPlace(x: Tensor, ...args: MaskedFillArgs): Tensor {
  const { mask, filler } = filling('maskedFill_', x, args)
  return applyInPlace(maskedFillOp, [x, filler], mask)
}
