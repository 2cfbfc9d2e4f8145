import { expOf } from './exp'

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
