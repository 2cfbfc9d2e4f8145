import * as kinds from '../core/kinds'
import { signature } from '../core/signature'
import type { Operand, Tensor } from '../tensor'
import { extraBinary } from './extra-binary'
import { extraUnary } from './extra-unary'

/**
 * The error function: 2/√π ∫₀ˣ exp(-t²) dt.
 *
 * @example
 * erf(tensor([0, 1])) // tensor([0.0000, 0.8427])
 * @see torch.erf
 */
export function erf(x: Tensor, ...none: []): Tensor {
  return extraUnary('erf', x, none)
}

/**
 * What the error function leaves to 1: 1 - erf(x), exact for large x.
 *
 * @example
 * erfc(tensor([0, 1])) // tensor([1.0000, 0.1573])
 * @see torch.erfc
 */
export function erfc(x: Tensor, ...none: []): Tensor {
  return extraUnary('erfc', x, none)
}

/**
 * The inverse of `erf`; ±∞ at ±1, NaN outside of [-1, 1].
 *
 * @example
 * erfinv(tensor([0, 0.5])) // tensor([0.0000, 0.4769])
 * @see torch.erfinv
 */
export function erfinv(x: Tensor, ...none: []): Tensor {
  return extraUnary('erfinv', x, none)
}

/**
 * The logarithm of the gamma function: ln |Γ(x)|; ∞ at 0 and at negative integers.
 *
 * @example
 * lgamma(tensor([1, 5])) // tensor([0.0000, 3.1781])
 * @see torch.lgamma
 */
export function lgamma(x: Tensor, ...none: []): Tensor {
  return extraUnary('lgamma', x, none)
}

/**
 * The derivative of `lgamma`: ψ(x) = Γ'(x) / Γ(x); NaN at negative integers.
 *
 * @example
 * digamma(tensor([1, 0.5])) // tensor([-0.5772, -1.9635])
 * @see torch.digamma
 */
export function digamma(x: Tensor, ...none: []): Tensor {
  return extraUnary('digamma', x, none)
}

const takesPolygamma = signature('polygamma', { n: kinds.integer, input: kinds.tensor })

/**
 * The n-th derivative of `digamma`: (-1)ⁿ⁺¹ n! ζ(n + 1, x).
 *
 * @param n 0 for digamma itself, 1 for trigamma, and so on
 * @throws RangeError for n below 0.
 * @example
 * polygamma(1, tensor([1])) // tensor([1.6449])
 * @see torch.polygamma
 */
export function polygamma(n: number, x: Tensor, ...none: []): Tensor {
  takesPolygamma([n, x], none)
  if (n < 0) throw new RangeError(`polygamma: n must be a non-negative integer, got ${n}`)
  if (n === 0) return digamma(x)
  let factor = n % 2 === 0 ? -1 : 1
  for (let k = 2; k <= n; k++) factor *= k
  return zeta(n + 1, x).mul(factor)
}

/**
 * Hurwitz's zeta function: ζ(s, q) = Σ (q + k)⁻ˢ over k = 0, 1, 2, ... It has a gradient for q only.
 *
 * @param s above 1; at 1 the sum is infinite
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * zeta(2, tensor([1])) // tensor([1.6449])
 * @see torch.special.zeta
 */
export function zeta(s: Operand, q: Operand, ...none: []): Tensor {
  return extraBinary('zeta', s, q, none)
}
