import { type Args, type Reduction, signature, type Tensor } from '@nn/tensor'
import { multilabelMarginLoss } from '../functional/losses/multilabel-margin-loss'
import { checkReduction, type LossOptions } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesMultiLabelMarginLoss = signature('MultiLabelMarginLoss', {}, {}, { reduction: reductionKind })

/**
 * The hinge loss of samples with several labels: the score of each label should be above those of all other classes
 * by 1.
 *
 * $$ \ell = \frac{1}{C} \sum_{j \in \text{labels}} \sum_{c \notin \text{labels}} \max(0, 1 - (x_j - x_c)) $$
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const criterion = new MultiLabelMarginLoss()
 * criterion.forward(tensor([[0.5, 0.25, 1.0]]), tensor([[2, 0, -1]])) // tensor(0.3333)
 * @see torch.nn.MultiLabelMarginLoss
 */
export class MultiLabelMarginLoss extends Module {
  readonly reduction: Reduction

  constructor(...args: Args<LossOptions>) {
    super()
    const { reduction = 'mean' } = takesMultiLabelMarginLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.reduction = reduction
  }

  /**
   * @param input scores, shape [N, C] or [C]
   * @param target the labels of each sample (int64), the same shape: class indices up to the first -1
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    return multilabelMarginLoss(input, target, { reduction: this.reduction })
  }
}
