import type { Tensor } from '@nn/tensor'

/** Mean and biased variance over some dimensions, which stay as size 1. */
export interface Moments {
  readonly mean: Tensor
  readonly variance: Tensor
}

export function momentsOf(x: Tensor, dims: readonly number[]): Moments {
  const mean = x.mean(dims, { keepdim: true })
  return { mean, variance: x.sub(mean).square().mean(dims, { keepdim: true }) }
}

/** (x - mean) / √(variance + eps) · scale + shift; what scales and shifts broadcasts, null leaves it away. */
export function standardize(
  x: Tensor,
  { mean, variance }: Moments,
  eps: number,
  scale: Tensor | null,
  shift: Tensor | null,
): Tensor {
  const inverse = variance.add(eps).rsqrt()
  const scaled = x.sub(mean).mul(scale === null ? inverse : inverse.mul(scale))
  return shift === null ? scaled : scaled.add(shift)
}
