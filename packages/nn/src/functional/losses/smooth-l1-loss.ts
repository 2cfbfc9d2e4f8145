import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { checkReduction, type LossOptions, reduced, reductionKind } from '../reduction'
import { definePairLoss } from './define-pair-loss'
import { huber, huberSlope } from './huber'
import { pairOfNumbers } from './pair-of-numbers'

const applySmoothL1 = definePairLoss<number>({
  name: 'smoothL1Loss',
  value: (x, target, beta) => huber(x.sub(target), beta).div(beta),
  byInput: (grad, x, target, beta) => grad.mul(huberSlope(x.sub(target), beta).div(beta)),
})

export interface SmoothL1LossOptions extends LossOptions {
  /** The size of difference from which the loss is linear; with 0 it is `l1Loss`. Default 1. */
  beta?: number
}

const takesSmoothL1Loss = signature(
  'smoothL1Loss',
  { input: kinds.tensor, target: kinds.tensor },
  {},
  { reduction: reductionKind, beta: kinds.number },
)

/**
 * The size of the difference of input and target, rounded off where it is small: `huberLoss` divided by β.
 *
 * $$ \ell = \frac{1}{n} \sum_i \begin{cases} \frac{1}{2 \beta} (x_i - t_i)^2 & |x_i - t_i| < \beta \\
 *    |x_i - t_i| - \frac{1}{2} \beta & \text{otherwise} \end{cases} $$
 *
 * @param input what was predicted, any shape
 * @param target what it should be, the same shape; other shapes broadcast with a warning
 * @throws RangeError for a negative `beta`.
 * @throws ShapeError where the shapes do not broadcast.
 * @throws DTypeError where neither is floating point.
 * @example
 * functional.smoothL1Loss(tensor([0.5, 2]), zeros([2])) // tensor(0.8125)
 * @see torch.nn.functional.smooth_l1_loss
 */
export function smoothL1Loss(input: Tensor, target: Tensor, ...args: Args<SmoothL1LossOptions>): Tensor {
  const { beta = 1, reduction = 'mean' } = takesSmoothL1Loss([input, target], args)
  checkReduction('smoothL1Loss', reduction)
  if (!(beta >= 0)) throw new RangeError(`smoothL1Loss: beta must be 0 or more, got ${beta}`)
  const [x, t] = pairOfNumbers('smoothL1Loss', input, target)
  return beta === 0 ? reduced(x.sub(t).abs(), reduction) : applySmoothL1(x, t, beta, reduction)
}
