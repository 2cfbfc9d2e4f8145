import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import { type SmoothL1LossOptions, smoothL1Loss } from '../functional/losses/smooth-l1-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesSmoothL1Loss = signature('SmoothL1Loss', {}, {}, { reduction: reductionKind, beta: kinds.number })

/**
 * The size of the difference of input and target, rounded off where it is small.
 *
 * $$ \ell = \frac{1}{n} \sum_i \begin{cases} \frac{1}{2 \beta} (x_i - t_i)^2 & |x_i - t_i| < \beta \\
 *    |x_i - t_i| - \frac{1}{2} \beta & \text{otherwise} \end{cases} $$
 *
 * @throws RangeError for a reduction that is not there and, in `forward`, for a negative `beta`.
 * @example
 * const criterion = new SmoothL1Loss()
 * criterion.forward(tensor([0.5, 2]), zeros([2])) // tensor(0.8125)
 * @see torch.nn.SmoothL1Loss
 */
export class SmoothL1Loss extends Module {
  /** The size of difference from which the loss is linear. */
  readonly beta: number
  readonly reduction: Reduction

  constructor(...args: Args<SmoothL1LossOptions>) {
    super()
    const { beta = 1, reduction = 'mean' } = takesSmoothL1Loss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.beta = beta
    this.reduction = reduction
  }

  /**
   * @param input what was predicted, any shape
   * @param target what it should be, the same shape
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    const { beta, reduction } = this
    return smoothL1Loss(input, target, { beta, reduction })
  }
}
