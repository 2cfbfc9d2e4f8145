import { DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { type Args, signature } from '../core/signature'
import { pow } from '../math/index'
import type { Tensor } from '../tensor'
import { unary, unaryInPlace } from './unary'

/**
 * Rounded down: ⌊x⌋.
 *
 * @example
 * floor(tensor([1.5, -1.5])) // tensor([ 1., -2.])
 * @see torch.floor
 */
export function floor(x: Tensor, ...none: []): Tensor {
  return unary('floor', x, none)
}

/**
 * Rounded up: ⌈x⌉.
 *
 * @example
 * ceil(tensor([1.5, -1.5])) // tensor([ 2., -1.])
 * @see torch.ceil
 */
export function ceil(x: Tensor, ...none: []): Tensor {
  return unary('ceil', x, none)
}

/**
 * Rounded towards 0.
 *
 * @example
 * trunc(tensor([1.5, -1.5])) // tensor([ 1., -1.])
 * @see torch.trunc
 */
export function trunc(x: Tensor, ...none: []): Tensor {
  return unary('trunc', x, none)
}

/**
 * What `trunc` cuts off: x - trunc(x), with the sign of x.
 *
 * @throws DTypeError for integers.
 * @example
 * frac(tensor([1.5, -1.5])) // tensor([ 0.5000, -0.5000])
 * @see torch.frac
 */
export function frac(x: Tensor, ...none: []): Tensor {
  return unary('frac', x, none)
}

export interface RoundOptions {
  /** How many digits behind the point to keep; below 0, how many before it to clear. Default 0. */
  decimals?: number
}

const takesRound = signature('', { input: kinds.tensor }, {}, { decimals: kinds.integer })

/**
 * Rounded to the nearest integer, ties to the even one.
 *
 * @throws DTypeError for integers with `decimals`.
 * @example
 * round(tensor([0.5, 1.5])) // tensor([0., 2.])
 * round(tensor([1234.5678]), { decimals: 2 }) // tensor([1234.5699])
 * @see torch.round
 */
export function round(x: Tensor, ...args: Args<RoundOptions>): Tensor {
  const { decimals = 0 } = takesRound([x], args, 'round')
  return rounded('round', x, decimals)
}

/** x becomes round(x). */
export function roundInPlace(x: Tensor, ...args: Args<RoundOptions>): Tensor {
  const { decimals = 0 } = takesRound([x], args, 'round_')
  return decimals === 0 ? unaryInPlace('round', x) : x.copy_(rounded('round_', x, decimals))
}

function rounded(op: string, x: Tensor, decimals: number): Tensor {
  if (decimals === 0) return unary('round', x)
  if (!x.isFloatingPoint()) throw new DTypeError(`${op}: decimals are for floating-point tensors, got ${x.dtype}`)
  const power = pow(10, Math.abs(decimals))
  return decimals > 0 ? unary('round', x.mul(power)).div(power) : unary('round', x.div(power)).mul(power)
}
