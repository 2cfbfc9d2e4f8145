// e^x of four lanes, after Cephes's expf: within 1 unit in the last place of the true value, e^x - 1 within 2, denormals
// included.

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
  x = clampForExp(x)
  const rounded = roundedLog2(x)
  const n = f32x4.sub(rounded, f32x4.splat(ROUND))
  return expOfReduced(rounded, f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH))), f32x4.mul(n, f32x4.splat(LN2_LOW)))
}

/** e^(x + rest), where `rest` is what the rounding of x lost: it may matter for large x. */
@inline
export function expOfSum(x: v128, rest: v128): v128 {
  x = clampForExp(x)
  const rounded = roundedLog2(x)
  const n = f32x4.sub(rounded, f32x4.splat(ROUND))
  const low = f32x4.sub(f32x4.mul(n, f32x4.splat(LN2_LOW)), rest)
  return expOfReduced(rounded, f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH))), low)
}

/** e^x - 1 = 2^n (e^r - 1) + (2^n - 1). */
@inline
export function expm1Of(x: v128): v128 {
  const clamped = clampForExp(x)
  const rounded = roundedLog2(clamped)
  const n = f32x4.sub(rounded, f32x4.splat(ROUND))
  const high = f32x4.sub(clamped, f32x4.mul(n, f32x4.splat(LN2_HIGH)))
  const low = f32x4.mul(n, f32x4.splat(LN2_LOW))
  const r = f32x4.sub(high, low)
  const small = f32x4.add(r, higherTerms(r, f32x4.sub(f32x4.sub(high, r), low)))

  // 2^n in two factors, so that neither it nor its product with the small term goes out of range.
  const exponent = i32x4.sub(rounded, i32x4.splat(ROUND_BITS))
  const half = i32x4.shr_s(exponent, 1)
  const other = i32x4.sub(exponent, half)
  const first = powerOf2(half)
  const sum = f32x4.add(f32x4.mul(first, small), f32x4.sub(first, powerOf2(i32x4.neg(other))))
  // Near 0 it is x, also where its square is 0 and x is -0.
  const tiny = f32x4.lt(f32x4.abs(x), f32x4.splat(1e-30))
  return v128.bitselect(x, f32x4.mul(sum, powerOf2(other)), tiny)
}

/** Beyond these the result is 0 or infinity anyway; a NaN passes. */
@inline
function clampForExp(x: v128): v128 {
  return f32x4.pmax(f32x4.pmin(x, f32x4.splat(89)), f32x4.splat(-104.5))
}

/** x / ln 2, rounded, plus ROUND. */
@inline
function roundedLog2(x: v128): v128 {
  return f32x4.add(f32x4.mul(x, f32x4.splat(LOG2_E)), f32x4.splat(ROUND))
}

/** 2^n e^r with r = high - low. */
@inline
function expOfReduced(rounded: v128, high: v128, low: v128): v128 {
  const r = f32x4.sub(high, low)
  const p = higherTerms(r, f32x4.sub(f32x4.sub(high, r), low))
  // 1 + r + p with one rounding that matters: what 1 + r loses goes to the small term.
  const one = f32x4.splat(1)
  const sum = f32x4.add(one, r)
  const nearOne = f32x4.add(sum, f32x4.add(p, f32x4.sub(r, f32x4.sub(sum, one))))

  // 2^n in two factors, as n goes from -151 to 128 and an exponent only from -126 to 127.
  const exponent = i32x4.sub(rounded, i32x4.splat(ROUND_BITS))
  const half = i32x4.shr_s(exponent, 1)
  return f32x4.mul(f32x4.mul(nearOne, powerOf2(half)), powerOf2(i32x4.sub(exponent, half)))
}

/** e^r - 1 - r, and what the rounding of r lost. */
@inline
function higherTerms(r: v128, lost: v128): v128 {
  let p = f32x4.splat(1.9875691500e-4)
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1))
  return f32x4.add(f32x4.mul(f32x4.mul(p, r), r), lost)
}

@inline
function powerOf2(exponent: v128): v128 {
  return i32x4.shl(i32x4.add(exponent, i32x4.splat(127)), 23)
}
