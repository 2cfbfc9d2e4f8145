import * as kinds from '../core/kinds'
import { type Args, signature } from '../core/signature'
import type { Operand, Tensor } from '../tensor'
import { clamp } from './clamp'
import { extraBinary } from './extra-binary'
import { extraUnary } from './extra-unary'
import { unary } from './unary'

/**
 * The exponential: eˣ.
 *
 * @example
 * exp(tensor([0, 1])) // tensor([1.0000, 2.7183])
 * @see torch.exp
 */
export function exp(x: Tensor, ...none: []): Tensor {
  return unary('exp', x, none)
}

/**
 * Two to the power of x: 2ˣ.
 *
 * @example
 * exp2(tensor([0, 3])) // tensor([1., 8.])
 * @see torch.exp2
 */
export function exp2(x: Tensor, ...none: []): Tensor {
  return extraUnary('exp2', x, none)
}

/**
 * The exponential less one, exact near 0: eˣ - 1.
 *
 * @example
 * expm1(tensor([1])) // tensor([1.7183])
 * @see torch.expm1
 */
export function expm1(x: Tensor, ...none: []): Tensor {
  return extraUnary('expm1', x, none)
}

/**
 * The natural logarithm: ln x; -∞ at 0, NaN below.
 *
 * @example
 * log(tensor([1, 10])) // tensor([0.0000, 2.3026])
 * @see torch.log
 */
export function log(x: Tensor, ...none: []): Tensor {
  return unary('log', x, none)
}

/**
 * The natural logarithm of one more, exact near 0: ln(1 + x).
 *
 * @example
 * log1p(tensor([1])) // tensor([0.6931])
 * @see torch.log1p
 */
export function log1p(x: Tensor, ...none: []): Tensor {
  return extraUnary('log1p', x, none)
}

/**
 * The logarithm to base 2.
 *
 * @example
 * log2(tensor([8])) // tensor([3.])
 * @see torch.log2
 */
export function log2(x: Tensor, ...none: []): Tensor {
  return unary('log2', x, none)
}

/**
 * The logarithm to base 10.
 *
 * @example
 * log10(tensor([100])) // tensor([2.])
 * @see torch.log10
 */
export function log10(x: Tensor, ...none: []): Tensor {
  return unary('log10', x, none)
}

/**
 * The logarithm of a sum of exponentials, without overflow on the way: ln(eᵃ + eᵇ).
 *
 * @throws DTypeError for integers.
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * logaddexp(zeros([1]), zeros([1])) // tensor([0.6931])
 * @see torch.logaddexp
 */
export function logaddexp(a: Tensor, b: Tensor, ...none: []): Tensor {
  return extraBinary('logaddexp', a, b, none)
}

/**
 * The logarithm to base 2 of a sum of powers of 2: log₂(2ᵃ + 2ᵇ).
 *
 * @throws DTypeError for integers.
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * logaddexp2(tensor([2.5]), tensor([2.5])) // tensor([3.5000])
 * @see torch.logaddexp2
 */
export function logaddexp2(a: Tensor, b: Tensor, ...none: []): Tensor {
  return extraBinary('logaddexp2', a, b, none)
}

/**
 * A number times a logarithm: a ln b, which is 0 for a = 0 whatever b is.
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * xlogy(tensor([0, 2]), tensor([0, 1])) // tensor([0., 0.])
 * @see torch.xlogy
 */
export function xlogy(a: Operand, b: Operand, ...none: []): Tensor {
  return extraBinary('xlogy', a, b, none)
}

/**
 * The logistic function: 1 / (1 + e⁻ˣ).
 *
 * @example
 * sigmoid(tensor([0])) // tensor([0.5000])
 * @see torch.sigmoid
 */
export function sigmoid(x: Tensor, ...none: []): Tensor {
  return unary('sigmoid', x, none)
}

export interface LogitOptions {
  /** Bring x between eps and 1 - eps first; null leaves it as it is. Default null. */
  eps?: number | null
}

const takesLogit = signature('logit', { input: kinds.tensor }, { eps: kinds.orNull(kinds.number) })

/**
 * The inverse of `sigmoid`: ln(x / (1 - x)); NaN outside of [0, 1].
 *
 * @example
 * logit(tensor([0.5, 0.9])) // tensor([0.0000, 2.1972])
 * @see torch.logit
 */
export function logit(x: Tensor, ...args: Args<LogitOptions, ['eps']>): Tensor {
  const { eps = null } = takesLogit([x], args)
  return extraUnary('logit', eps === null ? x : clamp(x, eps, 1 - eps))
}
