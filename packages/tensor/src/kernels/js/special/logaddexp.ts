import { exp, log1p } from '../../../math/index'

/** ln(eᵃ + eᵇ). The larger one is taken out, so that exp never overflows. */
export function logaddexp(a: number, b: number): number {
  return a === b ? a + Math.LN2 : Math.max(a, b) + log1p(exp(-Math.abs(a - b)))
}
