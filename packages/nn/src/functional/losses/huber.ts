import type { Tensor } from '@nn/tensor'

/** d²/2 up to a size of δ, δ (|d| - δ/2) beyond; with s = min(|d|, δ) both are s (|d| - s/2). */
export function huber(difference: Tensor, delta: number): Tensor {
  const size = difference.abs()
  const bounded = size.clampMax(delta)
  return bounded.mul(size.sub(bounded.mul(0.5)))
}

/** Its derivative: d, kept between -δ and δ. */
export function huberSlope(difference: Tensor, delta: number): Tensor {
  return difference.clamp(-delta, delta)
}
