import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import { type HuberLossOptions, huberLoss } from '../functional/losses/huber-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesHuberLoss = signature('HuberLoss', {}, { reduction: reductionKind, delta: kinds.number })

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

  constructor(...args: Args<Omit<HuberLossOptions, 'weight'>, ['reduction', 'delta']>) {
    super()
    const { delta = 1, reduction = 'mean' } = takesHuberLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.delta = delta
    this.reduction = reduction
  }

  /**
   * @param input what was predicted, any shape
   * @param target what it should be, the same shape
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    const { delta, reduction } = this
    return huberLoss(input, target, { delta, reduction })
  }
}
