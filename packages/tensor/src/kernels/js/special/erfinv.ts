import { exp, log } from '../../../math/index'
import { erf, erfc } from './erf'

/**
 * The y with erf(y) = x. S. Winitzki's closed form, "A handy approximation for the error function and its inverse"
 * (2008), comes within 0.2 %; each of Halley's steps on erf triples the digits.
 */
export function erfinv(x: number): number {
  const size = Math.abs(x)
  if (!(size <= 1)) return Number.NaN
  if (size === 1) return x * Infinity
  // Exact, and the only precise way to say how far a number near 1 is from it.
  const rest = 1 - size
  let y = estimate(rest)
  for (let step = 0; step < 3; step++) {
    const error = size < 0.5 ? erf(y) - size : rest - erfc(y)
    const newton = (error * exp(y * y) * Math.sqrt(Math.PI)) / 2
    y -= newton / (1 + y * newton)
  }
  return x < 0 ? -y : y
}

/** Winitzki's estimate of erfinv(1 - rest). */
function estimate(rest: number): number {
  const a = 0.147
  const logarithm = log(rest * (2 - rest))
  const half = 2 / (Math.PI * a) + logarithm / 2
  return Math.sqrt(Math.sqrt(half * half - logarithm / a) - half)
}
