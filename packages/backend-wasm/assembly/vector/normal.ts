import { expOfSum } from './exp'

// The normal distribution, of four lanes t >= 0. Beyond 14.5 all of it is 0 in float32.

/** e^(-t^2 / 2), with all bits also where t^2 is large. */
@inline
export function bellOf(t: v128): v128 {
  t = f32x4.pmin(t, f32x4.splat(14.5))
  // t = high + low, where high has 12 bits, so that its square is exact.
  const high = v128.and(t, i32x4.splat(~0xfff))
  const low = f32x4.sub(t, high)
  const minusHalf = f32x4.splat(-0.5)
  const main = f32x4.mul(f32x4.mul(high, high), minusHalf)
  const small = f32x4.mul(f32x4.mul(low, f32x4.add(t, high)), minusHalf)
  const sum = f32x4.add(main, small)
  return expOfSum(sum, f32x4.sub(small, f32x4.sub(sum, main)))
}

/**
 * The probability of less than -t, from bell = e^(-t^2 / 2): their ratio, times t + 5/2, is a polynomial of
 * (t - 5/2) / (t + 5/2) of the smallest relative error.
 */
@inline
export function tailOf(t: v128, bell: v128): v128 {
  const shift = f32x4.splat(2.5)
  t = f32x4.pmin(t, f32x4.splat(14.5))
  const w = f32x4.div(f32x4.splat(1), f32x4.add(t, shift))
  const u = f32x4.mul(f32x4.sub(t, shift), w)
  let p = f32x4.splat(-1.5727279242128134e-4)
  p = f32x4.add(f32x4.mul(p, u), f32x4.splat(-3.108736127614975e-4))
  p = f32x4.add(f32x4.mul(p, u), f32x4.splat(6.843487499281764e-4))
  p = f32x4.add(f32x4.mul(p, u), f32x4.splat(2.523306291550398e-3))
  p = f32x4.add(f32x4.mul(p, u), f32x4.splat(-1.600961433723569e-3))
  p = f32x4.add(f32x4.mul(p, u), f32x4.splat(-1.638602465391159e-2))
  p = f32x4.add(f32x4.mul(p, u), f32x4.splat(9.235914796590805e-3))
  p = f32x4.add(f32x4.mul(p, u), f32x4.splat(1.3198696076869965e-1))
  p = f32x4.add(f32x4.mul(p, u), f32x4.splat(-4.3369200825691223e-1))
  p = f32x4.add(f32x4.mul(p, u), f32x4.splat(7.066566348075867e-1))
  return f32x4.mul(bell, f32x4.mul(p, w))
}
