// exp, log, tanh and sigmoid of four lanes, within 2 units in the last place of the true value, denormals included.
// Polynomials from Cephes (expf, logf, tanhf). Only additions, multiplications and divisions in a fixed order, so
// every machine gives the same bits.

/** 1.5 * 2^23: adding it rounds to an integer, which is then in the low bits. */
const ROUND: f32 = 12582912
const ROUND_BITS: i32 = 0x4b400000

const LOG2_E: f32 = 1.44269504088896341
/** ln 2 in two parts: the first has few bits, so its product with a small integer is exact. */
const LN2_HIGH: f32 = 0.693359375
const LN2_LOW: f32 = -2.12194440e-4

/** e^x: x = n ln 2 + r with |r| <= ln 2 / 2, e^x = 2^n e^r. */
@inline
export function expOf(x: v128): v128 {
  // Beyond these the result is 0 or infinity anyway; a NaN passes.
  x = f32x4.pmax(f32x4.pmin(x, f32x4.splat(89)), f32x4.splat(-104.5))

  const rounded = f32x4.add(f32x4.mul(x, f32x4.splat(LOG2_E)), f32x4.splat(ROUND))
  const n = f32x4.sub(rounded, f32x4.splat(ROUND))
  const high = f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH)))
  const low = f32x4.mul(n, f32x4.splat(LN2_LOW))
  const r = f32x4.sub(high, low)
  // What the rounding of r lost.
  const rest = f32x4.sub(f32x4.sub(high, r), low)

  let p = f32x4.splat(1.9875691500e-4)
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1))
  p = f32x4.add(f32x4.mul(f32x4.mul(p, r), r), rest)
  // 1 + r + p with one rounding that matters: what 1 + r loses goes to the small term.
  const one = f32x4.splat(1)
  const sum = f32x4.add(one, r)
  p = f32x4.add(sum, f32x4.add(p, f32x4.sub(r, f32x4.sub(sum, one))))

  // 2^n in two factors, as n goes from -151 to 128 and an exponent only from -126 to 127.
  const exponent = i32x4.sub(rounded, i32x4.splat(ROUND_BITS))
  const half = i32x4.shr_s(exponent, 1)
  return f32x4.mul(f32x4.mul(p, powerOf2(half)), powerOf2(i32x4.sub(exponent, half)))
}

@inline
function powerOf2(exponent: v128): v128 {
  return i32x4.shl(i32x4.add(exponent, i32x4.splat(127)), 23)
}

const SMALLEST_NORMAL: f32 = 1.17549435e-38
const TWO_POW_25: f32 = 33554432
const SQRT_HALF_BITS: i32 = 0x3f3504f3
const ONE_BITS: i32 = 0x3f800000

/** ln x: x = 2^e (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2), ln x = e ln 2 + ln(1 + f). */
@inline
export function logOf(x: v128): v128 {
  const tiny = f32x4.lt(x, f32x4.splat(SMALLEST_NORMAL))
  const scaled = v128.bitselect(f32x4.mul(x, f32x4.splat(TWO_POW_25)), x, tiny)

  const bits = i32x4.add(scaled, i32x4.splat(ONE_BITS - SQRT_HALF_BITS))
  const exponent = i32x4.sub(i32x4.shr_u(bits, 23), i32x4.splat(127))
  const e = f32x4.convert_i32x4_s(i32x4.sub(exponent, v128.and(tiny, i32x4.splat(25))))
  const mantissa = i32x4.add(v128.and(bits, i32x4.splat(0x007fffff)), i32x4.splat(SQRT_HALF_BITS))
  const f = f32x4.sub(mantissa, f32x4.splat(1))
  const f2 = f32x4.mul(f, f)

  let p = f32x4.splat(7.0376836292e-2)
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-1.1514610310e-1))
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.1676998740e-1))
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-1.2420140846e-1))
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.4249322787e-1))
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-1.6668057665e-1))
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(2.0000714765e-1))
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-2.4999993993e-1))
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(3.3333331174e-1))
  p = f32x4.mul(f32x4.mul(p, f), f2)
  // The small terms first: e ln 2 (low part), -f^2 / 2, f, e ln 2 (high part).
  p = f32x4.add(p, f32x4.mul(e, f32x4.splat(LN2_LOW)))
  p = f32x4.sub(p, f32x4.mul(f2, f32x4.splat(0.5)))
  p = f32x4.add(f32x4.add(p, f), f32x4.mul(e, f32x4.splat(LN2_HIGH)))

  const finite = f32x4.lt(x, f32x4.splat(Infinity))
  const positive = f32x4.gt(x, f32x4.splat(0))
  const zero = f32x4.eq(x, f32x4.splat(0))
  // Infinity and NaN stay what they are; of 0 it is -infinity, of a negative number NaN.
  p = v128.bitselect(p, x, finite)
  const outside = v128.bitselect(f32x4.splat(-Infinity), f32x4.splat(NaN), zero)
  return v128.bitselect(p, outside, v128.or(positive, f32x4.ne(x, x)))
}

/** tanh x: an odd polynomial near 0, elsewhere 1 - 2 / (e^2x + 1). */
@inline
export function tanhOf(x: v128): v128 {
  const y = f32x4.abs(x)
  const y2 = f32x4.mul(y, y)
  let p = f32x4.splat(-5.70498872745e-3)
  p = f32x4.add(f32x4.mul(p, y2), f32x4.splat(2.06390887954e-2))
  p = f32x4.add(f32x4.mul(p, y2), f32x4.splat(-5.37397155531e-2))
  p = f32x4.add(f32x4.mul(p, y2), f32x4.splat(1.33314422036e-1))
  p = f32x4.add(f32x4.mul(p, y2), f32x4.splat(-3.33332819422e-1))
  const near = f32x4.add(f32x4.mul(f32x4.mul(p, y2), y), y)

  const one = f32x4.splat(1)
  const two = f32x4.splat(2)
  const far = f32x4.sub(one, f32x4.div(two, f32x4.add(expOf(f32x4.mul(two, y)), one)))

  const magnitude = v128.bitselect(near, far, f32x4.lt(y, f32x4.splat(0.625)))
  return v128.bitselect(magnitude, x, i32x4.splat(0x7fffffff))
}

/** 1 / (1 + e^-x) from z = e^-|x|, so that nothing overflows: 1 / (1 + z), for negative x z / (1 + z). */
@inline
export function sigmoidOf(x: v128): v128 {
  const one = f32x4.splat(1)
  const negative = f32x4.lt(x, f32x4.splat(0))
  const z = expOf(f32x4.neg(f32x4.abs(x)))
  const divisor = f32x4.add(one, z)
  const quotient = f32x4.div(v128.bitselect(z, one, negative), divisor)

  // What the rounding of the divisor lost, divided by it: that alone would cost an ulp.
  const inverse = v128.bitselect(f32x4.sub(one, quotient), quotient, negative)
  const lost = f32x4.mul(f32x4.sub(z, f32x4.sub(divisor, one)), inverse)
  return f32x4.sub(quotient, f32x4.mul(quotient, lost))
}
