import type { Reduction, Tensor } from '@nn/tensor'
import { type HuberLossOptions, huberLoss } from '../functional/losses/huber-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'

/**
 * Half the squared difference of input and target where it is small, a multiple of its size where it is large.
 *
 * $$ \ell = \frac{1}{n} \sum_i \begin{cases} \frac{1}{2} (x_i - t_i)^2 & |x_i - t_i| \le \delta \\
 *    \delta (|x_i - t_i| - \frac{1}{2} \delta) & \text{otherwise} \end{cases} $$
 *
 * @throws RangeError for a reduction that is not there and, in `forward`, for a `delta` that is not above 0.
 * @example
 * const criterion = new HuberLoss()
 * criterion.forward(tensor([0.5, 2]), zeros([2])) // tensor(0.8125)
 * @see torch.nn.HuberLoss
 */
export class HuberLoss extends Module {
  /** The size of difference from which the loss is linear. */
  readonly delta: number
  readonly reduction: Reduction

  constructor({ delta = 1, reduction = 'mean' }: Omit<HuberLossOptions, 'weight'> = {}) {
    super()
    checkReduction('HuberLoss', reduction)
    this.delta = delta
    this.reduction = reduction
  }

  /**
   * @param input what was predicted, any shape
   * @param target what it should be, the same shape
   */
  forward(input: Tensor, target: Tensor): Tensor {
    const { delta, reduction } = this
    return huberLoss(input, target, { delta, reduction })
  }
}
