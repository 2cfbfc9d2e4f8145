import { highWord, scaleByPowerOf2, withHighWord } from './float-bits'

// After e_log.c, s_log1p.c and e_log10.c of fdlibm, (C) 1993 by Sun Microsystems, Inc., which may be freely used, copied,
// modified and distributed as long as this notice is preserved.

const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const LOG10_2_HIGH = 0.30102999566361177
const LOG10_2_LOW = 3.694239077158931e-13

const SMALLEST_NORMAL = 2.2250738585072014e-308

const L1 = 0.6666666666666735
const L2 = 0.3999999999940942
const L3 = 0.2857142874366239
const L4 = 0.22222198432149784
const L5 = 0.1818357216161805
const L6 = 0.15313837699209373
const L7 = 0.14798198605116586

/** x = 2^power · fraction with √½ ≤ fraction < √2. */
function split(x: number): { power: number; fraction: number } {
  const isSubnormal = x < SMALLEST_NORMAL
  const normal = isSubnormal ? scaleByPowerOf2(x, 54) : x
  // The upper word of √½ is the first that counts as 1.
  const word = highWord(normal) + (0x3ff00000 - 0x3fe6a09e)
  const fraction = withHighWord(normal, (word & 0x000fffff) + 0x3fe6a09e)
  return { power: (word >> 20) - 1023 - (isSubnormal ? 54 : 0), fraction }
}

/** ln(1 + f) + power · ln 2 + correction for √½ ≤ 1 + f < √2: with s = f / (2 + f) it is 2s + L1 s³ + L2 s⁵ + ... */
function logOfParts(f: number, power: number, correction: number): number {
  const half = 0.5 * f * f
  const s = f / (2 + f)
  const z = s * s
  const series = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))))
  return power * LN2_HIGH - (half - (s * (half + series) + (power * LN2_LOW + correction)) - f)
}

/** The logarithm of what has no finite one: NaN, infinity, 0 and negative numbers. */
function logOfSpecial(x: number): number {
  if (x === 0) return -Infinity
  return x > 0 ? x : Number.NaN
}

/** True where a logarithm is an ordinary number. */
const hasLog = (x: number): boolean => x > 0 && x < Infinity

/** ln x. */
export function log(x: number): number {
  if (!hasLog(x)) return logOfSpecial(x)
  const { power, fraction } = split(x)
  return logOfParts(fraction - 1, power, 0)
}

/** ln(1 + x), exact to the last bits near 0 too. */
export function log1p(x: number): number {
  // Below 2^-54 it is x, and 0 keeps its sign.
  if (Math.abs(x) < 5.6e-17) return x
  const sum = 1 + x
  if (!hasLog(sum)) return logOfSpecial(sum)
  if (x > -0.2928 && x < 0.4142) return logOfParts(x, 0, 0)
  const { power, fraction } = split(sum)
  // What the rounding of 1 + x lost.
  const lost = x > 1 ? 1 - (sum - x) : x - (sum - 1)
  return logOfParts(fraction - 1, power, lost / sum)
}

/** log₂ x; of a power of two exactly. */
export function log2(x: number): number {
  if (!hasLog(x)) return logOfSpecial(x)
  const { power, fraction } = split(x)
  return power + logOfParts(fraction - 1, 0, 0) * Math.LOG2E
}

/** log₁₀ x; of a power of ten exactly. */
export function log10(x: number): number {
  if (!hasLog(x)) return logOfSpecial(x)
  const { power, fraction } = split(x)
  // A fraction between 1 and 2 for what is above 1, between ½ and 1 below: then nothing cancels.
  const shift = fraction < 1 && power > 0 ? 1 : fraction >= 1 && power < 0 ? -1 : 0
  const exponent = power - shift
  const logOfFraction = log(scaleByPowerOf2(fraction, shift))
  return exponent * LOG10_2_LOW + Math.LOG10E * logOfFraction + exponent * LOG10_2_HIGH
}
