import { log } from '../../../math/index'
import { tanPi } from './sin-pi'

/** B₂ₖ / 2k, the coefficients of the asymptotic series in 1/x². */
const series: readonly number[] = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12]

/** From here on seven terms of the series are as exact as a double. */
const ASYMPTOTIC_FROM = 10

/**
 * ψ(x), the derivative of ln Γ(x): its asymptotic series (Abramowitz and Stegun 6.3.18), ψ(x + 1) = ψ(x) + 1/x to get
 * there (6.3.5), and ψ(x) = ψ(1 - x) - π / tan πx for negative x (6.3.7). At 0 it is ∓∞, at negative integers NaN.
 */
export function digamma(x: number): number {
  if (x === 0) return -1 / x
  if (x < 0) {
    if (Number.isInteger(x) || x === -Infinity) return Number.NaN
    return digamma(1 - x) - Math.PI / tanPi(x)
  }
  if (x === Infinity) return Infinity
  let shifted = x
  let reciprocals = 0
  for (; shifted < ASYMPTOTIC_FROM; shifted++) reciprocals += 1 / shifted
  const square = shifted * shifted
  let sum = 0
  for (let k = series.length - 1; k >= 0; k--) sum = (sum + (series[k] as number)) / square
  return log(shifted) - 0.5 / shifted - sum - reciprocals
}
