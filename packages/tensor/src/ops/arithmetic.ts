import { isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import { isTensor } from '../core/is-tensor'
import { nameStep } from '../core/op'
import { asTensor } from '../core/operand'
import { resultType } from '../core/promotion'
import { broadcastShapes } from '../core/shape'
import { show } from '../core/show'
import type { Args } from '../core/signature'
import type { Operand, Tensor } from '../tensor'
import { addOrSub, alphaOf, binary, divide, type RoundingMode, roundingModeOf } from './binary'
import { floorDivided } from './floor-divided'
import { takesOperand } from './takes'
import { tensorFirst } from './tensor-first'
import { unary } from './unary'

export interface AlphaOptions {
  /** What the second operand is multiplied by. Default 1. */
  alpha?: number
}

export interface DivOptions {
  /** Leave the quotient as it is (null), round it towards 0 (`'trunc'`) or down (`'floor'`). Default null. */
  roundingMode?: RoundingMode
}

/** Numbers may stand on either side of an operator, but not on both. */
function checkOneTensor(op: string, a: Operand, b: Operand, args: readonly unknown[]): void {
  if (!isTensor(a) && !isTensor(b)) {
    takesOperand([a, b], args, op)
    throw new TypeError(`${op}: input or other must be a tensor, got ${show(a)} and ${show(b)}`)
  }
}

/**
 * The sum: a + alpha · b.
 *
 * @throws TypeError where both are numbers.
 * @throws ShapeError where the shapes do not broadcast.
 * @throws DTypeError for an `alpha` that is no integer where the operands are.
 * @example
 * add(tensor([1, 2]), tensor([10, 10]), { alpha: 2 }) // tensor([21, 22])
 * @see torch.add
 */
export function add(a: Operand, b: Operand, ...args: Args<AlphaOptions>): Tensor {
  checkOneTensor('add', a, b, [])
  const x = asTensor('add', a, 'input')
  return addOrSub('add', x, b, alphaOf('add', x, b, args))
}

/**
 * The difference: a - alpha · b.
 *
 * @throws TypeError where both are numbers.
 * @throws ShapeError where the shapes do not broadcast.
 * @throws DTypeError for bool, and for an `alpha` that is no integer where the operands are.
 * @example
 * sub(1, tensor([0.25])) // tensor([0.7500])
 * @see torch.sub
 */
export function sub(a: Operand, b: Operand, ...args: Args<AlphaOptions>): Tensor {
  checkOneTensor('sub', a, b, [])
  const x = asTensor('sub', a, 'input')
  return addOrSub('sub', x, b, alphaOf('sub', x, b, args))
}

/** What `sub` refuses, in the name of another op. */
function checkDifference(op: string, a: Tensor, b: Tensor, alpha: number): void {
  broadcastShapes(op, a.shape, b.shape)
  if (a.dtype === 'bool' || b.dtype === 'bool') {
    throw new DTypeError(`${op}: not defined for bool tensors; use logicalXor, or convert with to('int64') first`)
  }
  if (!isFloatingPoint(resultType(a, b)) && !Number.isInteger(alpha)) {
    throw new DTypeError(`${op}: alpha ${alpha} is no integer, the operands are ${resultType(a, b)}`)
  }
}

/**
 * The difference the other way round: b - alpha · a.
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @throws DTypeError for bool, and for an `alpha` that is no integer where the operands are.
 * @example
 * rsub(tensor([0.25]), 1) // tensor([0.7500])
 * @see torch.rsub
 */
export function rsub(a: Tensor, b: Operand, ...args: Args<AlphaOptions>): Tensor {
  const alpha = alphaOf('rsub', tensorFirst('rsub', a, b), b, args)
  const other = asTensor('rsub', b)
  checkDifference('rsub', other, a, alpha)
  return nameStep(`RsubBackward${isTensor(b) ? 0 : 1}`, addOrSub('sub', other, a, alpha))
}

/**
 * The product: a · b.
 *
 * @throws TypeError where both are numbers.
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * mul(tensor([1, 2]), 10) // tensor([10, 20])
 * @see torch.mul
 */
export function mul(a: Operand, b: Operand, ...none: []): Tensor {
  checkOneTensor('mul', a, b, none)
  return binary('mul', a, b, none)
}

/**
 * The quotient: a / b, in floating point for integers too unless it is rounded.
 *
 * @throws TypeError where both are numbers.
 * @throws ShapeError where the shapes do not broadcast.
 * @throws RangeError for a rounding mode that does not exist, and for integers rounded after a division by 0.
 * @example
 * div(1, tensor([4])) // tensor([0.2500])
 * div(tensor([7]), 2, { roundingMode: 'floor' }) // tensor([3])
 * @see torch.div
 */
export function div(a: Operand, b: Operand, ...args: Args<DivOptions>): Tensor {
  checkOneTensor('div', a, b, [])
  const x = asTensor('div', a, 'input')
  return divide(x, b, roundingModeOf('div', x, b, args))
}

/**
 * The quotient rounded down: ⌊a / b⌋, as Python's `a // b`. It has no gradient; `div` with a rounding mode has one, 0.
 *
 * @throws TypeError where both are numbers.
 * @throws ShapeError where the shapes do not broadcast.
 * @throws RangeError for integers divided by 0.
 * @example
 * floorDivide(tensor([7, -7]), 2) // tensor([ 3, -4])
 * @see torch.floor_divide
 */
export function floorDivide(a: Operand, b: Operand, ...none: []): Tensor {
  checkOneTensor('floorDivide', a, b, none)
  return floorDivided(a, b, none)
}

/**
 * Python's `a % b`: the remainder with the divisor's sign, a - b ⌊a / b⌋.
 *
 * @throws TypeError where both are numbers.
 * @throws ShapeError where the shapes do not broadcast.
 * @throws RangeError for integers divided by 0.
 * @example
 * remainder(tensor([7, -7]), 3) // tensor([1, 2])
 * @see torch.remainder
 */
export function remainder(a: Operand, b: Operand, ...none: []): Tensor {
  checkOneTensor('remainder', a, b, none)
  return binary('remainder', a, b, none)
}

/**
 * C's `fmod`: the remainder with the dividend's sign, a - b trunc(a / b).
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @throws RangeError for integers divided by 0.
 * @example
 * fmod(tensor([7, -7]), 3) // tensor([ 1, -1])
 * @see torch.fmod
 */
export function fmod(a: Tensor, b: Operand, ...none: []): Tensor {
  return binary('fmod', tensorFirst('fmod', a, b), b, none)
}

/**
 * A power: aᵇ.
 *
 * @throws TypeError where both are numbers.
 * @throws ShapeError where the shapes do not broadcast.
 * @throws DTypeError for integers to a negative number.
 * @example
 * pow(2, tensor([1, 2, 3])) // tensor([2, 4, 8])
 * @see torch.pow
 */
export function pow(a: Operand, b: Operand, ...none: []): Tensor {
  checkOneTensor('pow', a, b, none)
  return binary('pow', a, b, none)
}

/**
 * The square: x².
 *
 * @example
 * square(tensor([3])) // tensor([9])
 * @see torch.square
 */
export function square(x: Tensor, ...none: []): Tensor {
  return unary('square', x, none)
}

/**
 * The square root: √x; NaN below 0.
 *
 * @example
 * sqrt(tensor([4])) // tensor([2.])
 * @see torch.sqrt
 */
export function sqrt(x: Tensor, ...none: []): Tensor {
  return unary('sqrt', x, none)
}

/**
 * One over the square root: 1 / √x.
 *
 * @example
 * rsqrt(tensor([4])) // tensor([0.5000])
 * @see torch.rsqrt
 */
export function rsqrt(x: Tensor, ...none: []): Tensor {
  return unary('rsqrt', x, none)
}

/**
 * One over x.
 *
 * @example
 * reciprocal(tensor([4])) // tensor([0.2500])
 * @see torch.reciprocal
 */
export function reciprocal(x: Tensor, ...none: []): Tensor {
  return unary('reciprocal', x, none)
}
