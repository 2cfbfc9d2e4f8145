import { highWord, scaleByPowerOf2, withHighWord, withoutLowWord } from './float-bits'

// After e_pow.c of fdlibm, (C) 1993 by Sun Microsystems, Inc., which may be freely used, copied, modified and distributed
// as long as this notice is preserved.

/** log₂(1 + f) of a fraction between 1 and 1.5 is taken around 1, above around 1.5. */
const BREAK_POINTS = [1, 1.5] as const
const LOG2_OF_BREAK_HIGH = [0, 0.5849624872207642] as const
const LOG2_OF_BREAK_LOW = [0, 1.350039202129749e-8] as const

const L1 = 0.5999999999999946
const L2 = 0.4285714285785502
const L3 = 0.33333332981837743
const L4 = 0.272728123808534
const L5 = 0.23066074577556175
const L6 = 0.20697501780033842

const P1 = 0.16666666666666602
const P2 = -0.0027777777777015593
const P3 = 6.613756321437934e-5
const P4 = -1.6533902205465252e-6
const P5 = 4.1381367970572385e-8

/** 2 / (3 ln 2), and its parts. */
const CP = 0.9617966939259756
const CP_HIGH = 0.9617967009544373
const CP_LOW = -7.028461650952758e-9

const LN2_HIGH = 0.6931471824645996
const LN2_LOW = -1.904654299957768e-9

/** A number as the sum of two, of which the first has few bits. */
type Parts = readonly [high: number, low: number]

/** C's xʸ, where 1 to any power and -1 to ±infinity are 1. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN
  const isOdd = Number.isInteger(y) && Math.abs(y % 2) === 1
  const size = Math.abs(x)
  if (size === 1 && !Number.isFinite(y)) return 1
  if (size === 0 || size === Infinity || !Number.isFinite(y)) {
    const magnitude = size < 1 === y > 0 ? 0 : Infinity
    return isOdd && isNegative(x) ? -magnitude : magnitude
  }
  if (x < 0 && !Number.isInteger(y)) return Number.NaN
  const magnitude = powOfPositive(size, y)
  return x < 0 && isOdd ? -magnitude : magnitude
}

function isNegative(x: number): boolean {
  return x < 0 || Object.is(x, -0)
}

function powOfPositive(x: number, y: number): number {
  if (y === 1) return x
  if (y === 2) return x * x
  if (y === 0.5) return Math.sqrt(x)
  if (y === -1) return 1 / x
  // Beyond 2^64 the result is 0, 1 or infinite; nearly so in between, where the product below cannot overflow.
  if (Math.abs(y) > 1.8e19) return x === 1 ? 1 : x < 1 === y > 0 ? 0 : Infinity
  const [high, low] = log2InParts(x)
  // y log₂ x in two parts: y's own first part has few bits, so the first product is exact.
  const yHigh = withoutLowWord(y)
  const rest = (y - yHigh) * high + y * low
  const main = yHigh * high
  const exponent = main + rest
  if (exponent >= 1024.5) return Infinity
  if (exponent <= -1076) return 0
  return exp2OfParts(main, rest)
}

/** log₂ x to about 70 bits. */
function log2InParts(x: number): Parts {
  const isSubnormal = x < 2.2250738585072014e-308
  const normal = isSubnormal ? scaleByPowerOf2(x, 54) : x
  const word = highWord(normal)
  const fractionBits = word & 0x000fffff
  // Below √(3/2) around 1, below √3 around 1.5, above around 2.
  const place = fractionBits <= 0x3988e || fractionBits >= 0xbb67a ? 0 : 1
  const isAbove = fractionBits >= 0xbb67a
  const power = (word >> 20) - 1023 - (isSubnormal ? 54 : 0) + (isAbove ? 1 : 0)
  const fraction = withHighWord(normal, fractionBits | (isAbove ? 0x3fe00000 : 0x3ff00000))

  // s = (fraction - break) / (fraction + break), in two parts.
  const breakPoint = BREAK_POINTS[place]
  const u = fraction - breakPoint
  const v = 1 / (fraction + breakPoint)
  const s = u * v
  const sHigh = withoutLowWord(s)
  const sumHigh = withoutLowWord(fraction + breakPoint)
  const sumLow = fraction - (sumHigh - breakPoint)
  const sLow = v * (u - sHigh * sumHigh - sHigh * sumLow)

  // ln(fraction / break) = 2s + 2/3 s³ + ..., times 3/2.
  const square = s * s
  const series =
    square * square * (L1 + square * (L2 + square * (L3 + square * (L4 + square * (L5 + square * L6))))) +
    sLow * (sHigh + s)
  const highSquare = sHigh * sHigh
  const tHigh = withoutLowWord(3 + highSquare + series)
  const tLow = series - (tHigh - 3 - highSquare)
  const productHigh = sHigh * tHigh
  const productLow = sLow * tHigh + tLow * s
  const pHigh = withoutLowWord(productHigh + productLow)
  const pLow = productLow - (pHigh - productHigh)

  const zHigh = CP_HIGH * pHigh
  const zLow = CP_LOW * pHigh + pLow * CP + LOG2_OF_BREAK_LOW[place]
  const breakHigh = LOG2_OF_BREAK_HIGH[place]
  const high = withoutLowWord(zHigh + zLow + breakHigh + power)
  return [high, zLow - (high - power - breakHigh - zHigh)]
}

/** 2 to the sum of two parts. */
function exp2OfParts(main: number, rest: number): number {
  const power = Math.round(main + rest)
  const fraction = main - power
  const high = withoutLowWord(fraction + rest)
  const u = high * LN2_HIGH
  const v = (rest - (high - fraction)) * Math.LN2 + high * LN2_LOW
  const z = u + v
  const w = v - (z - u)
  const square = z * z
  const c = z - square * (P1 + square * (P2 + square * (P3 + square * (P4 + square * P5))))
  const r = (z * c) / (c - 2) - (w + z * w)
  return scaleByPowerOf2(1 - (r - z), power)
}
