// Box and Muller's method on single-precision logarithm, sine and cosine after Cephes, as PyTorch computes them: every
// operation rounds to float32, and a product that is added to something is rounded once, with the sum. Numbers are kept in
// two lanes of double precision, where such products are exact.

/** Turns 16 uniform numbers into normal ones: the two of a pair lie 8 apart. */
export function makeNormal16(p: usize, mean: f32, std: f32): void {
  const one = f64x2.splat(1)
  const vMean = f64x2.splat(<f64>mean)
  const vStd = f64x2.splat(<f64>std)
  for (let i = 0; i < 4; i++) {
    const u1 = f64x2.sub(one, f64x2.promote_low_f32x4(v128.load64_zero(p)))
    const u2 = f64x2.promote_low_f32x4(v128.load64_zero(p + 32))
    const radius = rounded(f64x2.sqrt(f64x2.mul(f64x2.splat(-2), logOf(u1))))
    const angle = rounded(f64x2.mul(f64x2.splat(TWO_PI), u2))
    const cos = fused(rounded(f64x2.mul(radius, sinOrCos(angle, true))), vStd, vMean)
    const sin = fused(rounded(f64x2.mul(radius, sinOrCos(angle, false))), vStd, vMean)
    v128.store64_lane(p, f32x4.demote_f64x2_zero(cos), 0)
    v128.store64_lane(p + 32, f32x4.demote_f64x2_zero(sin), 0)
    p += 8
  }
}

const TWO_PI: f64 = <f64><f32>6.283185307179586

/** The nearest float32. */
@inline
function rounded(x: v128): v128 {
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(x))
}

/** a b + c, rounded once to float32. */
@inline
function fused(a: v128, b: v128, c: v128): v128 {
  return rounded(f64x2.add(f64x2.mul(a, b), c))
}

/** p x + c with a constant of float32. */
@inline
function term(p: v128, x: v128, c: f32): v128 {
  return fused(p, x, f64x2.splat(<f64>c))
}

const SQRT_HALF: f32 = 0.7071067811865476
const LN2_HIGH: f64 = 0.693359375
const LN2_LOW: f64 = <f64><f32>-2.1219444e-4

/** ln x of a normal positive number: x = 2^e m with m in [sqrt(1/2), sqrt(2)). */
function logOf(value: v128): v128 {
  const bits = f32x4.demote_f64x2_zero(value)
  const half = v128.or(v128.and(bits, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000))
  const isLow = f32x4.lt(half, f32x4.splat(SQRT_HALF))
  // The mask is -1.
  const exponent = i32x4.add(i32x4.sub(i32x4.shr_s(bits, 23), i32x4.splat(126)), isLow)
  const m = f32x4.sub(v128.bitselect(f32x4.add(half, half), half, isLow), f32x4.splat(1))
  const x = f64x2.promote_low_f32x4(m)
  const e = f64x2.convert_low_i32x4_s(exponent)
  const z = rounded(f64x2.mul(x, x))
  let y = term(f64x2.splat(<f64><f32>7.0376836292e-2), x, -1.151461031e-1)
  y = term(y, x, 1.167699874e-1)
  y = term(y, x, -1.2420140846e-1)
  y = term(y, x, 1.4249322787e-1)
  y = term(y, x, -1.6668057665e-1)
  y = term(y, x, 2.0000714765e-1)
  y = term(y, x, -2.4999993993e-1)
  y = term(y, x, 3.3333331174e-1)
  y = rounded(f64x2.mul(y, x))
  y = fused(y, z, rounded(f64x2.mul(e, f64x2.splat(LN2_LOW))))
  y = rounded(f64x2.sub(y, f64x2.mul(z, f64x2.splat(0.5))))
  return fused(e, f64x2.splat(LN2_HIGH), rounded(f64x2.add(x, y)))
}

const FOUR_OVER_PI: f64 = <f64><f32>1.27323954473516
const QUARTER_PI_1: f64 = <f64><f32>0.78515625
const QUARTER_PI_2: f64 = <f64><f32>2.4187564849853516e-4
const QUARTER_PI_3: f64 = <f64><f32>3.774894977445941e-8

/** sin or cos of an angle from 0: that of the rest behind an even number of eighths of the circle, or the other one. */
@inline
function sinOrCos(angle: v128, isCos: bool): v128 {
  const eighths = i32x4.trunc_sat_f64x2_s_zero(rounded(f64x2.mul(angle, f64x2.splat(FOUR_OVER_PI))))
  const octant = v128.and(i32x4.add(eighths, i32x4.splat(1)), i32x4.splat(~1))
  const count = f64x2.convert_low_i32x4_s(octant)
  let x = rounded(f64x2.sub(angle, f64x2.mul(count, f64x2.splat(QUARTER_PI_1))))
  x = rounded(f64x2.sub(x, f64x2.mul(count, f64x2.splat(QUARTER_PI_2))))
  x = rounded(f64x2.sub(x, f64x2.mul(count, f64x2.splat(QUARTER_PI_3))))

  // Cosine is sine two eighths further on.
  const place = isCos ? i32x4.add(octant, i32x4.splat(2)) : octant
  const wide = i64x2.extend_low_i32x4_s(place)
  const isOther = i64x2.ne(v128.and(wide, i64x2.splat(2)), i64x2.splat(0))
  const sign = i64x2.shl(v128.and(wide, i64x2.splat(4)), 61)
  return v128.xor(v128.bitselect(cosNearZero(x), sinNearZero(x), isOther), sign)
}

@inline
function sinNearZero(x: v128): v128 {
  const z = rounded(f64x2.mul(x, x))
  let y = term(f64x2.splat(<f64><f32>-1.9515295891e-4), z, 8.3321608736e-3)
  y = term(y, z, -1.6666654611e-1)
  y = rounded(f64x2.mul(y, z))
  return fused(y, x, x)
}

@inline
function cosNearZero(x: v128): v128 {
  const z = rounded(f64x2.mul(x, x))
  let y = term(f64x2.splat(<f64><f32>2.443315711809948e-5), z, -1.388731625493765e-3)
  y = term(y, z, 4.166664568298827e-2)
  y = rounded(f64x2.mul(y, z))
  y = rounded(f64x2.sub(f64x2.mul(y, z), f64x2.mul(z, f64x2.splat(0.5))))
  return rounded(f64x2.add(y, f64x2.splat(1)))
}
