import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import {
  checkClassWeight,
  checkPower,
  type MultiMarginLossOptions,
  multiMarginLoss,
} from '../functional/losses/multi-margin-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesMultiMarginLoss = signature(
  'MultiMarginLoss',
  {},
  { p: kinds.integer, margin: kinds.number, weight: kinds.orNull(kinds.tensor) },
  { reduction: reductionKind },
)

/**
 * The hinge loss of many classes: each score should be below that of the right class by a margin.
 *
 * $$ \ell = \frac{1}{C} \sum_{c \ne t} w_t \max(0, \text{margin} - x_t + x_c)^p $$
 *
 * @throws RangeError for a reduction that is not there, and for a `p` that is not 1 or 2.
 * @throws ShapeError for a weight that is no list.
 * @example
 * const criterion = new MultiMarginLoss()
 * criterion.forward(tensor([[0.5, 0.25]]), tensor([0])) // tensor(0.3750)
 * @see torch.nn.MultiMarginLoss
 */
export class MultiMarginLoss extends Module {
  /** The power of each violation, 1 or 2. */
  readonly p: number
  /** By how much the score of the right class should be above the others. */
  readonly margin: number
  /** A weight for each class, shape [C], or null. */
  readonly weight: Tensor | null
  readonly reduction: Reduction

  constructor(...args: Args<MultiMarginLossOptions, ['p', 'margin', 'weight']>) {
    super()
    const { p = 1, margin = 1, weight = null, reduction = 'mean' } = takesMultiMarginLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    checkPower(this.getName(), p)
    if (weight !== null) checkClassWeight(this.getName(), weight)
    this.p = p
    this.margin = margin
    this.weight = this.registerBuffer('weight', weight)
    this.reduction = reduction
  }

  /**
   * @param input scores, shape [N, C] or [C]
   * @param target class indices (int64), shape [N] or []
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    const { p, margin, weight, reduction } = this
    return multiMarginLoss(input, target, { p, margin, weight, reduction })
  }
}
