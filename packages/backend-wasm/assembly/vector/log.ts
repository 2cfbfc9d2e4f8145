// ln x of four lanes, after Cephes's logf: within 1 unit in the last place of the true value, denormals included.

const LN2_HIGH: f32 = 0.693359375
const LN2_LOW: f32 = -2.12194440e-4
const SMALLEST_NORMAL: f32 = 1.17549435e-38
const TWO_POW_25: f32 = 33554432
const SQRT_HALF_BITS: i32 = 0x3f3504f3
const ONE_BITS: i32 = 0x3f800000

/** ln x: x = 2^e (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2), ln x = e ln 2 + ln(1 + f). */
@inline
export function logOf(x: v128): v128 {
  return orSpecial(logOfPositive(x, f32x4.splat(0)), x)
}

/** ln(1 + x) = ln u + (what the rounding of u = 1 + x lost) / u. */
@inline
export function log1pOf(x: v128): v128 {
  const one = f32x4.splat(1)
  const u = f32x4.add(one, x)
  const xInSum = f32x4.sub(u, one)
  const lost = f32x4.add(f32x4.sub(one, f32x4.sub(u, xInSum)), f32x4.sub(x, xInSum))
  const far = orSpecial(logOfPositive(u, f32x4.div(lost, u)), u)
  // Near 0 it is x - x^2 / 2, which keeps the bits of a denormal and the sign of 0.
  const near = f32x4.sub(x, f32x4.mul(f32x4.mul(x, x), f32x4.splat(0.5)))
  return v128.bitselect(near, far, f32x4.lt(f32x4.abs(x), f32x4.splat(0.000244140625)))
}

/** ln x + correction of a positive, finite x. */
@inline
function logOfPositive(x: v128, correction: v128): v128 {
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
  p = f32x4.add(f32x4.add(p, f32x4.mul(e, f32x4.splat(LN2_LOW))), correction)
  p = f32x4.sub(p, f32x4.mul(f2, f32x4.splat(0.5)))
  return f32x4.add(f32x4.add(p, f), f32x4.mul(e, f32x4.splat(LN2_HIGH)))
}

/** A logarithm, or what takes its place: infinity and NaN stay what they are; of 0 it is -infinity, below NaN. */
@inline
function orSpecial(log: v128, x: v128): v128 {
  const zero = f32x4.eq(x, f32x4.splat(0))
  const outside = v128.bitselect(f32x4.splat(-Infinity), f32x4.splat(NaN), zero)
  const ordinary = v128.bitselect(log, x, f32x4.lt(x, f32x4.splat(Infinity)))
  return v128.bitselect(ordinary, outside, v128.or(f32x4.gt(x, f32x4.splat(0)), f32x4.ne(x, x)))
}
