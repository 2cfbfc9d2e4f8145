import { exp, expm1 } from './exp'
import { log, log1p } from './log'

/** From here on 1 is lost beside e²ˣ. */
const LARGE = 22

/** (eˣ - e⁻ˣ) / 2. */
export function sinh(x: number): number {
  const size = Math.abs(x)
  if (size > LARGE) return Math.sign(x) * halfOfExp(size)
  const t = expm1(size)
  // 0 keeps its sign.
  if (x === 0) return x
  return 0.5 * Math.sign(x) * (size < 1 ? 2 * t - (t * t) / (t + 1) : t + t / (t + 1))
}

/** (eˣ + e⁻ˣ) / 2. */
export function cosh(x: number): number {
  const size = Math.abs(x)
  if (size > LARGE) return halfOfExp(size)
  const e = exp(size)
  return 0.5 * e + 0.5 / e
}

/** eˣ / 2, also where eˣ itself is too large. */
function halfOfExp(x: number): number {
  const root = exp(0.5 * x)
  return 0.5 * root * root
}

/** (e²ˣ - 1) / (e²ˣ + 1). */
export function tanh(x: number): number {
  const size = Math.abs(x)
  // 0 keeps its sign.
  if (x === 0) return x
  const t = expm1(size >= 1 ? 2 * size : -2 * size)
  const magnitude = size > LARGE ? 1 : size >= 1 ? 1 - 2 / (t + 2) : -t / (t + 2)
  return x < 0 ? -magnitude : magnitude
}

/** From here on x² is lost beside 1, or 1 beside x². */
const HUGE = 2 ** 28

/** ln(x + √(x² + 1)). */
export function asinh(x: number): number {
  const size = Math.abs(x)
  if (size < 1 / HUGE || Number.isNaN(x)) return x
  const magnitude = size > HUGE ? log(size) + Math.LN2 : log1p(size + (size * size) / (1 + Math.sqrt(1 + size * size)))
  return x < 0 ? -magnitude : magnitude
}

/** ln(x + √(x² - 1)). */
export function acosh(x: number): number {
  if (!(x >= 1)) return Number.NaN
  if (x > HUGE) return log(x) + Math.LN2
  const t = x - 1
  return log1p(t + Math.sqrt(2 * t + t * t))
}

/** ½ ln((1 + x) / (1 - x)). */
export function atanh(x: number): number {
  const size = Math.abs(x)
  if (size < 1 / HUGE) return x
  const magnitude = 0.5 * log1p((2 * size) / (1 - size))
  return x < 0 ? -magnitude : magnitude
}
