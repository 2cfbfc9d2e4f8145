import type { Tensor } from '@nn/tensor'

export interface DescentOptions {
  /** How much of the parameter is added to its gradient, which draws it to 0. Default 0. */
  weightDecay?: number
  /** Go up instead of down. Default false. */
  maximize?: boolean
}

/** The gradient that a step goes against: with the other sign under `maximize`, and with weight decay. */
export function descentGradient(
  param: Tensor,
  grad: Tensor,
  { maximize, weightDecay }: Required<DescentOptions>,
): Tensor {
  const downhill = maximize ? grad.neg() : grad
  return weightDecay === 0 ? downhill : downhill.add(param, { alpha: weightDecay })
}
