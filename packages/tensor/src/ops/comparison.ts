import type { Operand, Tensor } from '../tensor'
import { binary } from './binary'
import { extraBinary } from './extra-binary'
import { takesInput } from './takes'
import { tensorFirst } from './tensor-first'
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
export function eq(a: Tensor, b: Operand, ...none: []): Tensor {
  return binary('eq', tensorFirst('eq', a, b), b, none)
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
export function ne(a: Tensor, b: Operand, ...none: []): Tensor {
  return binary('ne', tensorFirst('ne', a, b), b, none)
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
export function lt(a: Tensor, b: Operand, ...none: []): Tensor {
  return binary('lt', tensorFirst('lt', a, b), b, none)
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
export function le(a: Tensor, b: Operand, ...none: []): Tensor {
  return binary('le', tensorFirst('le', a, b), b, none)
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
export function gt(a: Tensor, b: Operand, ...none: []): Tensor {
  return binary('gt', tensorFirst('gt', a, b), b, none)
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
export function ge(a: Tensor, b: Operand, ...none: []): Tensor {
  return binary('ge', tensorFirst('ge', a, b), b, none)
}

/**
 * The larger of each pair; NaN where either is. On ties the gradient goes half to each.
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * maximum(tensor([1, 5]), tensor([3, 2])) // tensor([3, 5])
 * @see torch.maximum
 */
export function maximum(a: Tensor, b: Tensor, ...none: []): Tensor {
  return binary('maximum', tensorFirst('maximum', a, b), b, none)
}

/**
 * The smaller of each pair; NaN where either is. On ties the gradient goes half to each.
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * minimum(tensor([1, 5]), tensor([3, 2])) // tensor([1, 2])
 * @see torch.minimum
 */
export function minimum(a: Tensor, b: Tensor, ...none: []): Tensor {
  return binary('minimum', tensorFirst('minimum', a, b), b, none)
}

/**
 * The larger of each pair, the number where one is NaN. On ties the gradient goes to a.
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * fmax(tensor([1, NaN]), tensor([3, 2])) // tensor([3., 2.])
 * @see torch.fmax
 */
export function fmax(a: Tensor, b: Tensor, ...none: []): Tensor {
  return extraBinary('fmax', a, b, none)
}

/**
 * The smaller of each pair, the number where one is NaN. On ties the gradient goes to a.
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * fmin(tensor([1, NaN]), tensor([3, 2])) // tensor([1., 2.])
 * @see torch.fmin
 */
export function fmin(a: Tensor, b: Tensor, ...none: []): Tensor {
  return extraBinary('fmin', a, b, none)
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
export function logicalAnd(a: Tensor, b: Tensor, ...none: []): Tensor {
  return binary('logicalAnd', tensorFirst('logicalAnd', a, b), b, none)
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
export function logicalOr(a: Tensor, b: Tensor, ...none: []): Tensor {
  return binary('logicalOr', tensorFirst('logicalOr', a, b), b, none)
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
export function logicalXor(a: Tensor, b: Tensor, ...none: []): Tensor {
  return binary('logicalXor', tensorFirst('logicalXor', a, b), b, none)
}

/**
 * Where x is 0.
 *
 * @returns bool
 * @example
 * logicalNot(tensor([true, false])) // tensor([False,  True])
 * @see torch.logical_not
 */
export function logicalNot(x: Tensor, ...none: []): Tensor {
  return unary('logicalNot', x, none)
}

/**
 * Where x is not a number.
 *
 * @returns bool
 * @example
 * isnan(tensor([1.5, NaN])) // tensor([False,  True])
 * @see torch.isnan
 */
export function isnan(x: Tensor, ...none: []): Tensor {
  return unary('isnan', x, none)
}

/**
 * Where x is ∞ or -∞.
 *
 * @returns bool
 * @example
 * isinf(tensor([1.5, -Infinity])) // tensor([False,  True])
 * @see torch.isinf
 */
export function isinf(x: Tensor, ...none: []): Tensor {
  return unary('isinf', x, none)
}

/**
 * Where x is neither infinite nor NaN.
 *
 * @returns bool
 * @example
 * isfinite(tensor([1.5, NaN])) // tensor([ True, False])
 * @see torch.isfinite
 */
export function isfinite(x: Tensor, ...none: []): Tensor {
  return unary('isfinite', x, none)
}

/**
 * Where x is ∞.
 *
 * @returns bool
 * @example
 * isposinf(tensor([Infinity, -Infinity])) // tensor([ True, False])
 * @see torch.isposinf
 */
export function isposinf(x: Tensor, ...none: []): Tensor {
  takesInput([x], none, 'isposinf')
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
export function isneginf(x: Tensor, ...none: []): Tensor {
  takesInput([x], none, 'isneginf')
  return binary('eq', x, -Infinity)
}
