import type { Operand, Tensor } from '../tensor'
import { binary } from './binary'
import { extraBinary } from './extra-binary'
import { unary } from './unary'

/**
 * Where a = b.
 *
 * @returns bool
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * eq(tensor([1, 2]), 2) // tensor([False,  True])
 * @see torch.eq
 */
export function eq(a: Tensor, b: Operand): Tensor {
  return binary('eq', a, b)
}

/**
 * Where a ≠ b; NaN differs from everything.
 *
 * @returns bool
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * ne(tensor([1, 2]), 2) // tensor([ True, False])
 * @see torch.ne
 */
export function ne(a: Tensor, b: Operand): Tensor {
  return binary('ne', a, b)
}

/**
 * Where a < b.
 *
 * @returns bool
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * lt(tensor([1, 2]), 2) // tensor([ True, False])
 * @see torch.lt
 */
export function lt(a: Tensor, b: Operand): Tensor {
  return binary('lt', a, b)
}

/**
 * Where a ≤ b.
 *
 * @returns bool
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * le(tensor([1, 2]), 1) // tensor([ True, False])
 * @see torch.le
 */
export function le(a: Tensor, b: Operand): Tensor {
  return binary('le', a, b)
}

/**
 * Where a > b.
 *
 * @returns bool
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * gt(tensor([1, 2]), 1) // tensor([False,  True])
 * @see torch.gt
 */
export function gt(a: Tensor, b: Operand): Tensor {
  return binary('gt', a, b)
}

/**
 * Where a ≥ b.
 *
 * @returns bool
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * ge(tensor([1, 2]), 2) // tensor([False,  True])
 * @see torch.ge
 */
export function ge(a: Tensor, b: Operand): Tensor {
  return binary('ge', a, b)
}

/**
 * The larger of each pair; NaN where either is. On ties the gradient goes half to each.
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * maximum(tensor([1, 5]), tensor([3, 2])) // tensor([3, 5])
 * @see torch.maximum
 */
export function maximum(a: Tensor, b: Tensor): Tensor {
  return binary('maximum', a, b)
}

/**
 * The smaller of each pair; NaN where either is. On ties the gradient goes half to each.
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * minimum(tensor([1, 5]), tensor([3, 2])) // tensor([1, 2])
 * @see torch.minimum
 */
export function minimum(a: Tensor, b: Tensor): Tensor {
  return binary('minimum', a, b)
}

/**
 * The larger of each pair, the number where one is NaN. On ties the gradient goes to a.
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * fmax(tensor([1, NaN]), tensor([3, 2])) // tensor([3., 2.])
 * @see torch.fmax
 */
export function fmax(a: Tensor, b: Tensor): Tensor {
  return extraBinary('fmax', a, b)
}

/**
 * The smaller of each pair, the number where one is NaN. On ties the gradient goes to a.
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * fmin(tensor([1, NaN]), tensor([3, 2])) // tensor([1., 2.])
 * @see torch.fmin
 */
export function fmin(a: Tensor, b: Tensor): Tensor {
  return extraBinary('fmin', a, b)
}

/**
 * Where neither is 0.
 *
 * @returns bool
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * logicalAnd(tensor([true, true]), tensor([true, false])) // tensor([ True, False])
 * @see torch.logical_and
 */
export function logicalAnd(a: Tensor, b: Tensor): Tensor {
  return binary('logicalAnd', a, b)
}

/**
 * Where one or both are not 0.
 *
 * @returns bool
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * logicalOr(tensor([true, false]), tensor([false, false])) // tensor([ True, False])
 * @see torch.logical_or
 */
export function logicalOr(a: Tensor, b: Tensor): Tensor {
  return binary('logicalOr', a, b)
}

/**
 * Where one of them is 0 and the other is not.
 *
 * @returns bool
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * logicalXor(tensor([true, true]), tensor([true, false])) // tensor([False,  True])
 * @see torch.logical_xor
 */
export function logicalXor(a: Tensor, b: Tensor): Tensor {
  return binary('logicalXor', a, b)
}

/**
 * Where x is 0.
 *
 * @returns bool
 * @example
 * logicalNot(tensor([true, false])) // tensor([False,  True])
 * @see torch.logical_not
 */
export function logicalNot(x: Tensor): Tensor {
  return unary('logicalNot', x)
}

/**
 * Where x is not a number.
 *
 * @returns bool
 * @example
 * isnan(tensor([1.5, NaN])) // tensor([False,  True])
 * @see torch.isnan
 */
export function isnan(x: Tensor): Tensor {
  return unary('isnan', x)
}

/**
 * Where x is ∞ or -∞.
 *
 * @returns bool
 * @example
 * isinf(tensor([1.5, -Infinity])) // tensor([False,  True])
 * @see torch.isinf
 */
export function isinf(x: Tensor): Tensor {
  return unary('isinf', x)
}

/**
 * Where x is neither infinite nor NaN.
 *
 * @returns bool
 * @example
 * isfinite(tensor([1.5, NaN])) // tensor([ True, False])
 * @see torch.isfinite
 */
export function isfinite(x: Tensor): Tensor {
  return unary('isfinite', x)
}

/**
 * Where x is ∞.
 *
 * @returns bool
 * @example
 * isposinf(tensor([Infinity, -Infinity])) // tensor([ True, False])
 * @see torch.isposinf
 */
export function isposinf(x: Tensor): Tensor {
  return binary('eq', x, Infinity)
}

/**
 * Where x is -∞.
 *
 * @returns bool
 * @example
 * isneginf(tensor([Infinity, -Infinity])) // tensor([False,  True])
 * @see torch.isneginf
 */
export function isneginf(x: Tensor): Tensor {
  return binary('eq', x, -Infinity)
}
