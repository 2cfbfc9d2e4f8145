import { DTypeError } from '../core/errors'
import { pow } from '../math/index'
import type { Tensor } from '../tensor'
import { unary } from './unary'

/**
 * Rounded down: ⌊x⌋.
 *
 * @example
 * floor(tensor([1.5, -1.5])) // tensor([ 1., -2.])
 * @see torch.floor
 */
export function floor(x: Tensor): Tensor {
  return unary('floor', x)
}

/**
 * Rounded up: ⌈x⌉.
 *
 * @example
 * ceil(tensor([1.5, -1.5])) // tensor([ 2., -1.])
 * @see torch.ceil
 */
export function ceil(x: Tensor): Tensor {
  return unary('ceil', x)
}

/**
 * Rounded towards 0.
 *
 * @example
 * trunc(tensor([1.5, -1.5])) // tensor([ 1., -1.])
 * @see torch.trunc
 */
export function trunc(x: Tensor): Tensor {
  return unary('trunc', x)
}

/**
 * What `trunc` cuts off: x - trunc(x), with the sign of x.
 *
 * @throws DTypeError for integers.
 * @example
 * frac(tensor([1.5, -1.5])) // tensor([ 0.5000, -0.5000])
 * @see torch.frac
 */
export function frac(x: Tensor): Tensor {
  return unary('frac', x)
}

/**
 * Rounded to the nearest integer, ties to the even one.
 *
 * @param options `decimals`: how many digits behind the point to keep; below 0, how many before it to clear
 * @throws DTypeError for integers with `decimals`.
 * @example
 * round(tensor([0.5, 1.5])) // tensor([0., 2.])
 * round(tensor([1234.5678]), { decimals: 2 }) // tensor([1234.5699])
 * @see torch.round
 */
export function round(x: Tensor, { decimals = 0 }: { decimals?: number } = {}): Tensor {
  if (decimals === 0) return unary('round', x)
  if (!Number.isInteger(decimals)) throw new RangeError(`round: decimals must be an integer, got ${decimals}`)
  if (!x.isFloatingPoint()) throw new DTypeError(`round: decimals are for floating-point tensors, got ${x.dtype}`)
  const power = pow(10, Math.abs(decimals))
  return decimals > 0 ? unary('round', x.mul(power)).div(power) : unary('round', x.div(power)).mul(power)
}
