import { highWord, scaleByPowerOf2 } from './float-bits'

// After e_rem_pio2.c of fdlibm, (C) 1993 by Sun Microsystems, Inc., which may be freely used, copied, modified and
// distributed as long as this notice is preserved.

/** An angle less than a part of the circle: quarter · π/2 + high + low, with |high| ≤ π/4. */
export interface ReducedAngle {
  /** 0 to 3. */
  readonly quarter: number
  readonly high: number
  readonly low: number
}

const TWO_OVER_PI = 0.6366197723675814
/** π/2 in parts of 33 bits, each with what is left behind it. */
const PARTS = [
  { part: 1.5707963267341256, rest: 6.077100506506192e-11 },
  { part: 6.077100506303966e-11, rest: 2.0222662487959506e-21 },
  { part: 2.0222662487111665e-21, rest: 8.4784276603689e-32 },
] as const
/** Bits that may cancel before the next part is needed. */
const MAY_CANCEL = [16, 49, Infinity] as const

/** Up to here the number of quarters times a part of π/2 is exact: 2^20 π/2. */
const LARGEST_IN_PARTS = 1647099

/** Finds the quarter of the circle that an angle lies in, in front of or behind its nearest multiple of π/2. */
export function reduceAngle(x: number): ReducedAngle {
  const size = Math.abs(x)
  if (size <= 0.7853981633974483) return { quarter: 0, high: x, low: 0 }
  return size <= LARGEST_IN_PARTS ? reduceInParts(x) : reduceWithManyDigits(x)
}

function reduceInParts(x: number): ReducedAngle {
  const quarters = Math.round(x * TWO_OVER_PI)
  let left = x
  for (let i = 0; ; i++) {
    const { part, rest } = PARTS[i] as (typeof PARTS)[number]
    const next = left - quarters * part
    // What this part itself lost, from the second on.
    const correction = quarters * rest - (i === 0 ? 0 : left - next - quarters * part)
    const high = next - correction
    if (exponentOf(x) - exponentOf(high) <= (MAY_CANCEL[i] as number)) {
      return { quarter: quarters & 3, high, low: next - high - correction }
    }
    left = next
  }
}

function exponentOf(x: number): number {
  return (highWord(x) >> 20) & 0x7ff
}

/** 2/π · 2^1216. */
const TWO_OVER_PI_DIGITS = BigInt(
  '0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73ee' +
    '88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f46' +
    '3f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6bab',
)
const TWO_OVER_PI_BITS = 1216n
/** π/2 · 2^128. */
const HALF_PI_DIGITS = BigInt('0x1921fb54442d18469898cc51701b839a2')
const FRACTION_BITS = 128n
const ONE = 1n << FRACTION_BITS

/** For large angles: the fraction of x · 2/π depends on digits of 2/π far behind the point. */
function reduceWithManyDigits(x: number): ReducedAngle {
  const exponent = exponentOf(x) - 1075
  const integer = BigInt(scaleByPowerOf2(Math.abs(x), -exponent))
  const quarters = (integer * TWO_OVER_PI_DIGITS) >> (TWO_OVER_PI_BITS - BigInt(exponent) - FRACTION_BITS)
  // To the nearest quarter: what is left lies between -½ and ½.
  const nearest = (quarters + ONE / 2n) >> FRACTION_BITS
  const left = ((quarters - (nearest << FRACTION_BITS)) * HALF_PI_DIGITS) >> FRACTION_BITS
  const high = Number(left)
  const low = Number(left - BigInt(high))
  const inRadians = (part: number): number => Math.sign(x) * scaleByPowerOf2(part, -Number(FRACTION_BITS))
  return { quarter: (Math.sign(x) * Number(nearest & 3n)) & 3, high: inRadians(high), low: inRadians(low) }
}
