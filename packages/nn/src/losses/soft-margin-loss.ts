import { type Args, type Reduction, signature, type Tensor } from '@nn/tensor'
import { softMarginLoss } from '../functional/losses/soft-margin-loss'
import { checkReduction, type LossOptions } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesSoftMarginLoss = signature('SoftMarginLoss', {}, {}, { reduction: reductionKind })

/**
 * The logistic loss of scores for targets of 1 and -1.
 *
 * $$ \ell = \frac{1}{n} \sum_i \ln(1 + e^{-t_i x_i}) $$
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const criterion = new SoftMarginLoss()
 * criterion.forward(zeros([1]), tensor([1])) // tensor(0.6931)
 * @see torch.nn.SoftMarginLoss
 */
export class SoftMarginLoss extends Module {
  readonly reduction: Reduction

  constructor(...args: Args<LossOptions>) {
    super()
    const { reduction = 'mean' } = takesSoftMarginLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.reduction = reduction
  }

  /**
   * @param input scores, any shape
   * @param target 1 or -1 for each, of a shape that broadcasts to it
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    return softMarginLoss(input, target, { reduction: this.reduction })
  }
}
