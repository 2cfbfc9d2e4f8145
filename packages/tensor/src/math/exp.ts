import { scaleByPowerOf2 } from './float-bits'

// After e_exp.c and s_expm1.c of fdlibm, (C) 1993 by Sun Microsystems, Inc., which may be freely used, copied, modified
// and distributed as long as this notice is preserved.

/** ln 2 in two parts: the first has 33 bits, so its product with a small integer is exact. */
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10

/** Above it the result is infinite. */
const LARGEST = 709.782712893384
/** Below it the result is 0. */
const SMALLEST = -745.1332191019412

const P1 = 0.16666666666666602
const P2 = -0.0027777777777015593
const P3 = 6.613756321437934e-5
const P4 = -1.6533902205465252e-6
const P5 = 4.1381367970572385e-8

/** x = power · ln 2 + r with |r| ≤ ln 2 / 2. */
function powerOf2Near(x: number): number {
  return Math.abs(x) <= 0.34657359027997264 ? 0 : Math.trunc(x * Math.LOG2E + (x < 0 ? -0.5 : 0.5))
}

/** e^r - 1 with r = x - power · ln 2, from r (e^r + 1)/(e^r - 1) = 2 + P1 r² + P2 r⁴ + ... */
function expm1OfRest(x: number, power: number): number {
  const high = x - power * LN2_HIGH
  const low = power * LN2_LOW
  const r = high - low
  const square = r * r
  const c = r - square * (P1 + square * (P2 + square * (P3 + square * (P4 + square * P5))))
  return high + ((r * c) / (2 - c) - low)
}

/** eˣ. */
export function exp(x: number): number {
  if (x > LARGEST) return Infinity
  if (x < SMALLEST) return 0
  const power = powerOf2Near(x)
  const nearOne = 1 + expm1OfRest(x, power)
  return power === 0 ? nearOne : scaleByPowerOf2(nearOne, power)
}

/** eˣ - 1, exact to the last bits near 0 too. */
export function expm1(x: number): number {
  if (x > LARGEST) return Infinity
  if (x < -40) return -1
  // 0 keeps its sign.
  if (x === 0) return x
  const power = powerOf2Near(x)
  const rest = expm1OfRest(x, power)
  if (power === 0) return rest
  // 2ⁿ (1 + rest) - 1, where 2ⁿ may be too large.
  if (power > 60) return scaleByPowerOf2(1 + rest, power)
  const scale = scaleByPowerOf2(1, power)
  return scale * rest + (scale - 1)
}
