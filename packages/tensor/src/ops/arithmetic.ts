import { nameStep } from '../core/op'
import { asTensor } from '../core/operand'
import type { Operand, Tensor } from '../tensor'
import { addOrSub, binary, divide, type RoundingMode } from './binary'
import { floorDivided } from './floor-divided'
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
function checkOneTensor(name: string, a: Operand, b: Operand): void {
  if (typeof a !== 'object' && typeof b !== 'object') {
    throw new TypeError(`${name}: one of the operands must be a tensor, got ${a} and ${b}`)
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
export function add(a: Operand, b: Operand, { alpha = 1 }: AlphaOptions = {}): Tensor {
  checkOneTensor('add', a, b)
  return addOrSub('add', asTensor('add', a), b, alpha)
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
export function sub(a: Operand, b: Operand, { alpha = 1 }: AlphaOptions = {}): Tensor {
  checkOneTensor('sub', a, b)
  return addOrSub('sub', asTensor('sub', a), b, alpha)
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
export function rsub(a: Tensor, b: Operand, { alpha = 1 }: AlphaOptions = {}): Tensor {
  return nameStep(`RsubBackward${typeof b === 'object' ? 0 : 1}`, addOrSub('sub', asTensor('rsub', b), a, alpha))
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
export function mul(a: Operand, b: Operand): Tensor {
  checkOneTensor('mul', a, b)
  return binary('mul', a, b)
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
export function div(a: Operand, b: Operand, { roundingMode = null }: DivOptions = {}): Tensor {
  checkOneTensor('div', a, b)
  return divide(asTensor('div', a), b, roundingMode)
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
export function floorDivide(a: Operand, b: Operand): Tensor {
  checkOneTensor('floorDivide', a, b)
  return floorDivided(a, b)
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
export function remainder(a: Operand, b: Operand): Tensor {
  checkOneTensor('remainder', a, b)
  return binary('remainder', a, b)
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
export function fmod(a: Tensor, b: Operand): Tensor {
  return binary('fmod', a, b)
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
export function pow(a: Operand, b: Operand): Tensor {
  checkOneTensor('pow', a, b)
  return binary('pow', a, b)
}

/**
 * The square: x².
 *
 * @example
 * square(tensor([3])) // tensor([9])
 * @see torch.square
 */
export function square(x: Tensor): Tensor {
  return unary('square', x)
}

/**
 * The square root: √x; NaN below 0.
 *
 * @example
 * sqrt(tensor([4])) // tensor([2.])
 * @see torch.sqrt
 */
export function sqrt(x: Tensor): Tensor {
  return unary('sqrt', x)
}

/**
 * One over the square root: 1 / √x.
 *
 * @example
 * rsqrt(tensor([4])) // tensor([0.5000])
 * @see torch.rsqrt
 */
export function rsqrt(x: Tensor): Tensor {
  return unary('rsqrt', x)
}

/**
 * One over x.
 *
 * @example
 * reciprocal(tensor([4])) // tensor([0.2500])
 * @see torch.reciprocal
 */
export function reciprocal(x: Tensor): Tensor {
  return unary('reciprocal', x)
}
