import { zip } from './vector/zip'

// The gradient of an activation from the gradient of its output and that output. `out` may be either.

/** y <= 0 ? 0 : grad, which lets the gradient of a NaN through, as PyTorch does. */
@unmanaged class ReluBackward {
  @inline of(grad: v128, y: v128, _: v128): v128 { return v128.andnot(grad, f32x4.le(y, f32x4.splat(0))) }
}

/** grad (1 - y) y. */
@unmanaged class SigmoidBackward {
  @inline of(grad: v128, y: v128, _: v128): v128 {
    return f32x4.mul(f32x4.mul(grad, f32x4.sub(f32x4.splat(1), y)), y)
  }
}

/** grad (1 - y²). */
@unmanaged class TanhBackward {
  @inline of(grad: v128, y: v128, _: v128): v128 {
    return f32x4.mul(grad, f32x4.sub(f32x4.splat(1), f32x4.mul(y, y)))
  }
}

export function reluBackward(grad: usize, y: usize, out: usize, n: usize): void {
  zip<ReluBackward>(grad, 0, 1, y, 0, 1, out, 1, n, 0)
}

export function sigmoidBackward(grad: usize, y: usize, out: usize, n: usize): void {
  zip<SigmoidBackward>(grad, 0, 1, y, 0, 1, out, 1, n, 0)
}

export function tanhBackward(grad: usize, y: usize, out: usize, n: usize): void {
  zip<TanhBackward>(grad, 0, 1, y, 0, 1, out, 1, n, 0)
}
