import { highF64, lowF64 } from './horizontal'
import { quartersOf, restOf } from './large-angle'

// Sine and cosine of four lanes, within 2 units in the last place. Polynomials from Cephes (sinf, cosf).

@inline
export function sinOf(x: v128): v128 {
  // 0 keeps its sign.
  return v128.bitselect(x, sinFurtherOn(x, 0), f32x4.eq(x, f32x4.splat(0)))
}

@inline
export function cosOf(x: v128): v128 {
  return sinFurtherOn(x, 1)
}

const TWO_OVER_PI: f64 = 0.6366197723675814
/** pi / 2 in two parts: the first has 33 bits, so its product with a small integer is exact. */
const HALF_PI_HIGH: f64 = 1.5707963267341256
const HALF_PI_LOW: f64 = 6.077100506506192e-11

/** Below it, these two parts leave the bits that are needed. */
const LARGE: f32 = 4194304

/** The sine of an angle x + `quarters` pi / 2. With x = n pi / 2 + r and |r| <= pi / 4 it is ±sin r or ±cos r. */
@inline
function sinFurtherOn(x: v128, quarters: i32): v128 {
  const low = lowF64(x)
  const high = highF64(x)
  const nLow = f64x2.nearest(f64x2.mul(low, f64x2.splat(TWO_OVER_PI)))
  const nHigh = f64x2.nearest(f64x2.mul(high, f64x2.splat(TWO_OVER_PI)))
  let n = v128.shuffle<i32>(i32x4.trunc_sat_f64x2_s_zero(nLow), i32x4.trunc_sat_f64x2_s_zero(nHigh), 0, 1, 4, 5)
  let r = v128.shuffle<f32>(restInParts(low, nLow), restInParts(high, nHigh), 0, 1, 4, 5)
  const large = f32x4.ge(f32x4.abs(x), f32x4.splat(LARGE))
  if (v128.any_true(large)) {
    n = v128.bitselect(quartersOf(x), n, large)
    r = v128.bitselect(restOf(x), r, large)
  }
  n = i32x4.add(n, i32x4.splat(quarters))
  const isOdd = i32x4.ne(v128.and(n, i32x4.splat(1)), i32x4.splat(0))
  const sign = i32x4.shl(v128.and(n, i32x4.splat(2)), 30)
  return v128.xor(v128.bitselect(cosNearZero(r), sinNearZero(r), isOdd), sign)
}

/** x - n pi / 2, rounded to single precision, in lanes 0 and 1. */
@inline
function restInParts(x: v128, n: v128): v128 {
  const rest = f64x2.sub(x, f64x2.mul(n, f64x2.splat(HALF_PI_HIGH)))
  return f32x4.demote_f64x2_zero(f64x2.sub(rest, f64x2.mul(n, f64x2.splat(HALF_PI_LOW))))
}

@inline
function sinNearZero(r: v128): v128 {
  const z = f32x4.mul(r, r)
  let p = f32x4.splat(-1.9515295891e-4)
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(8.3321608736e-3))
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-1.6666654611e-1))
  return f32x4.add(f32x4.mul(f32x4.mul(p, z), r), r)
}

@inline
function cosNearZero(r: v128): v128 {
  const z = f32x4.mul(r, r)
  let p = f32x4.splat(2.443315711809948e-5)
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-1.388731625493765e-3))
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(4.166664568298827e-2))
  p = f32x4.sub(f32x4.mul(f32x4.mul(p, z), z), f32x4.mul(z, f32x4.splat(0.5)))
  return f32x4.add(p, f32x4.splat(1))
}
