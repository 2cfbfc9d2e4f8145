import { expOf } from './exp'

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
