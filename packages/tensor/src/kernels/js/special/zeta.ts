import { pow } from '../../../math/index'

/** B₂ₖ / (2k)!, the coefficients of Euler and Maclaurin's formula. */
const coefficients: readonly number[] = [
  1 / 12,
  -1 / 720,
  1 / 30240,
  -1 / 1209600,
  1 / 47900160,
  -691 / 1307674368000,
  1 / 74724249600,
  -3617 / 10670622842880000,
  43867 / 5109094217170944000,
  -174611 / 802857662698291200000,
]

/**
 * Hurwitz's zeta function Σ (q + k)⁻ˢ over k ≥ 0, by Euler and Maclaurin's formula (NIST Digital Library of Mathematical
 * Functions, 25.11.28). For integer s it is defined at negative q too: there the sum over all integers k, which depends
 * on the fraction of q alone, takes away the part that is not wanted.
 */
export function zeta(s: number, q: number): number {
  if (s === 1) return Infinity
  if (!(s > 1)) return Number.NaN
  if (q > 0 || Number.isNaN(q)) return ofPositive(s, q)
  if (Number.isInteger(q)) return Infinity
  if (!Number.isInteger(s)) return Number.NaN
  const reflected = ofPositive(s, Math.ceil(q) - q) - ofPositive(s, 1 - q)
  return ofPositive(s, q - Math.floor(q)) + (s % 2 === 0 ? reflected : -reflected)
}

function ofPositive(s: number, q: number): number {
  let sum = 0
  let a = q
  // The formula's terms fall fast once a is larger than s.
  for (; a < s + 10; a++) {
    const term = pow(a, -s)
    sum += term
    if (term < sum * Number.EPSILON) return sum
  }
  const power = pow(a, -s)
  sum += pow(a, 1 - s) / (s - 1) + power / 2
  let term = (power * s) / a
  for (let k = 0; k < coefficients.length; k++) {
    sum += (coefficients[k] as number) * term
    term *= ((s + 2 * k + 1) * (s + 2 * k + 2)) / (a * a)
  }
  return sum
}
