import { DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, applyInPlace, nameStep, type Op } from '../core/op'
import { asTensor, castTo } from '../core/operand'
import { resultType } from '../core/promotion'
import { broadcastShapes } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Operand, Tensor } from '../tensor'
import { binary } from './binary'
import { where } from './where'

/** max(x, min): the gradient goes to x where it is not below, to the bound elsewhere. */
const clampMinOp: Op<[Tensor, Tensor]> = {
  name: 'clampMin',
  nodeFor: ([, min]) => `ClampMinBackward${min.wrapped ? 0 : 1}`,
  forward(context, [x, min]) {
    broadcastShapes('clampMin', x.shape, min.shape)
    context.save(x, min)
    return binary('maximum', x, min)
  },
  backward({ saved, needs }, grad) {
    const [x, min] = saved as [Tensor, Tensor]
    return [needs[0] === true ? where(x.ge(min), grad, 0) : null, needs[1] === true ? where(x.lt(min), grad, 0) : null]
  },
}

/** min(x, max): the gradient goes to x where it is not above, to the bound elsewhere. */
const clampMaxOp: Op<[Tensor, Tensor]> = {
  name: 'clampMax',
  nodeFor: ([, max]) => `ClampMaxBackward${max.wrapped ? 0 : 1}`,
  forward(context, [x, max]) {
    broadcastShapes('clampMax', x.shape, max.shape)
    context.save(x, max)
    return binary('minimum', x, max)
  },
  backward({ saved, needs }, grad) {
    const [x, max] = saved as [Tensor, Tensor]
    return [needs[0] === true ? where(x.le(max), grad, 0) : null, needs[1] === true ? where(x.gt(max), grad, 0) : null]
  },
}

/** min(max(x, min), max): where the bounds cross, the upper one counts. */
const clampOp: Op<[Tensor, Tensor, Tensor]> = {
  name: 'clamp',
  nodeFor: ([, min]) => `ClampBackward${min.wrapped ? 1 : 0}`,
  forward(context, [x, min, max]) {
    broadcastShapes('clamp', broadcastShapes('clamp', x.shape, min.shape), max.shape)
    context.save(x, min, max)
    // Of all three at once: two of them may have another dtype in common.
    const dtype = resultType(x, min, max)
    if (dtype === 'bool') throw new DTypeError('clamp: not defined for bool tensors')
    return binary('minimum', binary('maximum', castTo(x, dtype), castTo(min, dtype)), castTo(max, dtype))
  },
  backward({ saved, needs }, grad) {
    const [x, min, max] = saved as [Tensor, Tensor, Tensor]
    return [
      needs[0] === true ? where(x.ge(min).logicalAnd(x.le(max)), grad, 0) : null,
      needs[1] === true ? where(x.lt(min).logicalAnd(min.lt(max)), grad, 0) : null,
      needs[2] === true ? where(x.gt(max).logicalOr(max.lt(min)), grad, 0) : null,
    ]
  },
}

export interface ClampOptions {
  /** The lower bound, a number or a tensor that broadcasts; null for none. Default null. */
  min?: Operand | null
  /** The upper bound, likewise. Default null. */
  max?: Operand | null
}

const bound = kinds.orNull(kinds.operand)
const takesClamp = signature('', { input: kinds.tensor }, { min: bound, max: bound })

/**
 * The elements brought between two bounds: min(max(x, min), max). The gradient at a bound is that inside.
 *
 * @throws TypeError where there is no bound.
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * clamp(tensor([-2, 0, 5]), -1, 1) // tensor([-1,  0,  1])
 * clamp(tensor([-2, 0, 5]), 0) // tensor([0, 0, 5])
 * @see torch.clamp
 */
export function clamp(x: Tensor, ...args: Args<ClampOptions, ['min', 'max']>): Tensor {
  const { min = null, max = null } = takesClamp([x], args, 'clamp')
  if (min !== null && max !== null)
    return apply(clampOp, [x, asTensor('clamp', min), asTensor('clamp', max)], undefined)
  if (min !== null) return nameStep(nodeOfOneBound(min), apply(clampMinOp, [x, boundFor('clamp', x, min)], undefined))
  if (max !== null) return nameStep(nodeOfOneBound(max), apply(clampMaxOp, [x, boundFor('clamp', x, max)], undefined))
  throw noBound('clamp')
}

/** x becomes clamp(x, min, max). */
export function clampInPlace(x: Tensor, ...args: Args<ClampOptions, ['min', 'max']>): Tensor {
  const { min = null, max = null } = takesClamp([x], args, 'clamp_')
  if (min !== null && max !== null)
    return applyInPlace(clampOp, [x, asTensor('clamp_', min), asTensor('clamp_', max)], undefined)
  if (min !== null) return applyInPlace(clampMinOp, [x, boundFor('clamp_', x, min)], undefined)
  if (max !== null) return applyInPlace(clampMaxOp, [x, boundFor('clamp_', x, max)], undefined)
  throw noBound('clamp_')
}

/** A bound as an operand that fits, for an op that another computes. */
function boundFor(op: string, x: Tensor, given: Operand): Tensor {
  const limit = asTensor(op, given)
  broadcastShapes(op, x.shape, limit.shape)
  return limit
}

const nodeOfOneBound = (bound: Operand): string => `ClampBackward${typeof bound === 'object' ? 0 : 1}`

function noBound(name: string): TypeError {
  return new TypeError(`${name}: needs at least one of min and max, as clamp({ min: 0 })`)
}

const takesMin = signature('', { input: kinds.tensor, min: kinds.operand })
const takesMax = signature('', { input: kinds.tensor, max: kinds.operand })

/**
 * The elements not below a bound: max(x, min).
 *
 * @example
 * clampMin(tensor([-2, 0, 5]), 0) // tensor([0, 0, 5])
 * @see torch.clamp_min
 */
export function clampMin(x: Tensor, min: Operand, ...none: []): Tensor {
  takesMin([x, min], none, 'clampMin')
  return apply(clampMinOp, [x, asTensor('clampMin', min)], undefined)
}

/**
 * The elements not above a bound: min(x, max).
 *
 * @example
 * clampMax(tensor([-2, 0, 5]), 1) // tensor([-2,  0,  1])
 * @see torch.clamp_max
 */
export function clampMax(x: Tensor, max: Operand, ...none: []): Tensor {
  takesMax([x, max], none, 'clampMax')
  return apply(clampMaxOp, [x, asTensor('clampMax', max)], undefined)
}

/** x becomes clampMin(x, min). */
export function clampMinInPlace(x: Tensor, min: Operand, ...none: []): Tensor {
  takesMin([x, min], none, 'clampMin_')
  return applyInPlace(clampMinOp, [x, asTensor('clampMin_', min)], undefined)
}

/** x becomes clampMax(x, max). */
export function clampMaxInPlace(x: Tensor, max: Operand, ...none: []): Tensor {
  takesMax([x, max], none, 'clampMax_')
  return applyInPlace(clampMaxOp, [x, asTensor('clampMax_', max)], undefined)
}
