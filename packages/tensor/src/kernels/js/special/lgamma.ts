import { log } from '../../../math/index'
import { sinPi } from './sin-pi'

/** B₂ₖ / (2k (2k - 1)), the coefficients of Stirling's series in 1/x. */
const stirling: readonly number[] = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]

/** From here on seven terms of Stirling's series are as exact as a double. */
const ASYMPTOTIC_FROM = 10

/**
 * ln |Γ(x)|: Stirling's series (Abramowitz and Stegun 6.1.41), Γ(x + 1) = x Γ(x) to get there (6.1.15), and
 * Γ(x) Γ(1 - x) = π / sin πx for negative x (6.1.17).
 */
export function lgamma(x: number): number {
  if (x <= 0) {
    if (Number.isInteger(x) || x === -Infinity) return Infinity
    return log(Math.PI / Math.abs(sinPi(x))) - lgamma(1 - x)
  }
  if (x === Infinity) return Infinity
  // The zeros, where the terms below would leave their rounding errors.
  if (x === 1 || x === 2) return 0
  let shifted = x
  let product = 1
  for (; shifted < ASYMPTOTIC_FROM; shifted++) product *= shifted
  const square = shifted * shifted
  let sum = 0
  for (let k = stirling.length - 1; k >= 0; k--) sum = sum / square + (stirling[k] as number)
  const main = (shifted - 0.5) * log(shifted) - shifted + log(2 * Math.PI) / 2
  return main + sum / shifted - log(product)
}
