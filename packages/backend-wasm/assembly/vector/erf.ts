import { expOf } from './exp'

/**
 * erf x of four lanes, within 2 units in the last place: x (1 + a polynomial of x^2) near 0, elsewhere 1 - e^-q with a
 * polynomial q of |x|. The polynomials have the smallest relative error.
 */
@inline
export function erfOf(x: v128): v128 {
  const y = f32x4.abs(x)
  const y2 = f32x4.mul(y, y)
  let p = f32x4.splat(8.334098674822599e-5)
  p = f32x4.add(f32x4.mul(p, y2), f32x4.splat(-8.134160307236016e-4))
  p = f32x4.add(f32x4.mul(p, y2), f32x4.splat(5.200276616960764e-3))
  p = f32x4.add(f32x4.mul(p, y2), f32x4.splat(-2.6859093457460403e-2))
  p = f32x4.add(f32x4.mul(p, y2), f32x4.splat(1.1283689737319946e-1))
  p = f32x4.add(f32x4.mul(p, y2), f32x4.splat(-3.7612631916999817e-1))
  p = f32x4.add(f32x4.mul(p, y2), f32x4.splat(1.2837916612625122e-1))
  const near = f32x4.add(y, f32x4.mul(y, p))

  // From 4 on it is 1; a NaN passes.
  const z = f32x4.pmin(y, f32x4.splat(4))
  let q = f32x4.splat(-1.9593823526520282e-4)
  q = f32x4.add(f32x4.mul(q, z), f32x4.splat(3.043226432055235e-3))
  q = f32x4.add(f32x4.mul(q, z), f32x4.splat(-2.2226953878998756e-2))
  q = f32x4.add(f32x4.mul(q, z), f32x4.splat(1.0393166542053223e-1))
  q = f32x4.add(f32x4.mul(q, z), f32x4.splat(6.371821761131287e-1))
  q = f32x4.add(f32x4.mul(q, z), f32x4.splat(1.1276756525039673))
  q = f32x4.add(f32x4.mul(q, z), f32x4.splat(1.9566678383853287e-4))
  const far = f32x4.sub(f32x4.splat(1), expOf(f32x4.neg(q)))

  const magnitude = v128.bitselect(near, far, f32x4.lt(y, f32x4.splat(0.92)))
  return v128.bitselect(magnitude, x, i32x4.splat(0x7fffffff))
}
