/*
 * Single-precision log, sin and cos after S. Moshier's Cephes library, as PyTorch's vectorised normal fill computes
 * them: every operation rounds to float32, and a product that is added to something rounds once, with the sum (a fused
 * multiply-add). `fround(a * b + c)` is that: the product of two float32 is exact in double precision.
 */
const { fround } = Math

const SQRT_HALF = fround(Math.SQRT1_2)
const LN2_HIGH = fround(0.693359375)
const LN2_LOW = fround(-2.1219444e-4)

const LOG_0 = fround(7.0376836292e-2)
const LOG_1 = fround(-1.151461031e-1)
const LOG_2 = fround(1.167699874e-1)
const LOG_3 = fround(-1.2420140846e-1)
const LOG_4 = fround(1.4249322787e-1)
const LOG_5 = fround(-1.6668057665e-1)
const LOG_6 = fround(2.0000714765e-1)
const LOG_7 = fround(-2.4999993993e-1)
const LOG_8 = fround(3.3333331174e-1)

const floatBits = new Float32Array(1)
const intBits = new Int32Array(floatBits.buffer)

/** The natural logarithm of a normal positive float32. */
export function log32(value: number): number {
  // value = 2^e * m with m in [sqrt(1/2), sqrt(2)), and x = m - 1.
  floatBits[0] = value
  let e = (intBits[0]! >> 23) - 126
  intBits[0] = (intBits[0]! & 0x007fffff) | 0x3f000000
  let x = floatBits[0]!
  if (x < SQRT_HALF) {
    e -= 1
    x = fround(x + x - 1)
  } else {
    x = fround(x - 1)
  }
  const z = fround(x * x)
  let y = LOG_0
  y = fround(y * x + LOG_1)
  y = fround(y * x + LOG_2)
  y = fround(y * x + LOG_3)
  y = fround(y * x + LOG_4)
  y = fround(y * x + LOG_5)
  y = fround(y * x + LOG_6)
  y = fround(y * x + LOG_7)
  y = fround(y * x + LOG_8)
  y = fround(y * x)
  y = fround(y * z + fround(e * LN2_LOW))
  y = fround(y - z * 0.5)
  return fround(e * LN2_HIGH + fround(x + y))
}

const FOUR_OVER_PI = fround(1.27323954473516)
const QUARTER_PI_1 = fround(0.78515625)
const QUARTER_PI_2 = fround(2.4187564849853516e-4)
const QUARTER_PI_3 = fround(3.774894977445941e-8)

/** The number of the octant, rounded up to an even one: the angle is `octant * pi/4 + remainder(angle, octant)`. */
function evenOctant(angle: number): number {
  return (Math.trunc(fround(angle * FOUR_OVER_PI)) + 1) & ~1
}

function remainder(angle: number, octant: number): number {
  const first = fround(angle - octant * QUARTER_PI_1)
  const second = fround(first - octant * QUARTER_PI_2)
  return fround(second - octant * QUARTER_PI_3)
}

const SIN_0 = fround(-1.9515295891e-4)
const SIN_1 = fround(8.3321608736e-3)
const SIN_2 = fround(-1.6666654611e-1)

/** sin(x) for |x| <= pi/4. */
function sinPolynomial(x: number): number {
  const z = fround(x * x)
  let y = SIN_0
  y = fround(y * z + SIN_1)
  y = fround(y * z + SIN_2)
  y = fround(y * z)
  return fround(y * x + x)
}

const COS_0 = fround(2.443315711809948e-5)
const COS_1 = fround(-1.388731625493765e-3)
const COS_2 = fround(4.166664568298827e-2)

/** cos(x) for |x| <= pi/4. */
function cosPolynomial(x: number): number {
  const z = fround(x * x)
  let y = COS_0
  y = fround(y * z + COS_1)
  y = fround(y * z + COS_2)
  y = fround(y * z)
  y = fround(y * z - z * 0.5)
  return fround(y + 1)
}

/** The sine of a float32 angle, 0 <= angle < 8192. */
export function sin32(angle: number): number {
  const octant = evenOctant(angle)
  const x = remainder(angle, octant)
  const y = octant & 2 ? cosPolynomial(x) : sinPolynomial(x)
  return octant & 4 ? -y : y
}

/** The cosine of a float32 angle, 0 <= angle < 8192. */
export function cos32(angle: number): number {
  const octant = evenOctant(angle)
  const x = remainder(angle, octant)
  const y = octant & 2 ? sinPolynomial(x) : cosPolynomial(x)
  return (octant - 2) & 4 ? y : -y
}
