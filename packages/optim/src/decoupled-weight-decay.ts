import type { Tensor } from '@nn/tensor'
import { type DescentOptions, descentGradient } from './descent-gradient'

export interface DecoupledDescentOptions extends DescentOptions {
  /** Shrink the parameter itself instead of adding to its gradient, as `AdamW` does. Default false. */
  decoupledWeightDecay?: boolean
}

/**
 * The gradient that a step goes against, as `descentGradient` gives it. Decoupled weight decay shrinks the parameter in
 * place and leaves the gradient alone.
 */
export function decayAndDescentGradient(
  param: Tensor,
  grad: Tensor,
  { lr, maximize, weightDecay, decoupledWeightDecay }: Required<DecoupledDescentOptions> & { lr: number },
): Tensor {
  if (!decoupledWeightDecay) return descentGradient(param, grad, { maximize, weightDecay })
  param.mul_(1 - lr * weightDecay)
  return descentGradient(param, grad, { maximize, weightDecay: 0 })
}
