import { portableMath } from '@nn/tensor'
/** The probability that a standard normal variable is below x. */
export function normalCdf(x: number): number {
  return (1 + erf(x / Math.SQRT2)) / 2
}

/** erf(x) = 2/√π · exp(-x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1·3·5···(2n+1)): all terms have one sign, so none cancel. */
function erf(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x)
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > Number.EPSILON * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * portableMath.exp(-x * x) * sum
}
