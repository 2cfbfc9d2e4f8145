import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import {
  type MultilabelSoftMarginLossOptions,
  multilabelSoftMarginLoss,
} from '../functional/losses/multilabel-soft-margin-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesMultiLabelSoftMarginLoss = signature(
  'MultiLabelSoftMarginLoss',
  {},
  { weight: kinds.orNull(kinds.tensor) },
  { reduction: reductionKind },
)

/**
 * The logistic loss of samples with several labels, averaged over the classes.
 *
 * $$ \ell = -\frac{1}{C} \sum_c w_c \big( t_c \ln \sigma(x_c) + (1 - t_c) \ln \sigma(-x_c) \big) $$
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const criterion = new MultiLabelSoftMarginLoss()
 * criterion.forward(zeros([1, 2]), tensor([[1, 0]])) // tensor(0.6931)
 * @see torch.nn.MultiLabelSoftMarginLoss
 */
export class MultiLabelSoftMarginLoss extends Module {
  /** A weight for each class, shape [C], or null. */
  readonly weight: Tensor | null
  readonly reduction: Reduction

  constructor(...args: Args<MultilabelSoftMarginLossOptions, ['weight']>) {
    super()
    const { weight = null, reduction = 'mean' } = takesMultiLabelSoftMarginLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.weight = this.registerBuffer('weight', weight)
    this.reduction = reduction
  }

  /**
   * @param input scores, shape [..., C]
   * @param target 1 for each label that a sample has, 0 for the others, the same shape
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    const { weight, reduction } = this
    return multilabelSoftMarginLoss(input, target, { weight, reduction })
  }
}
