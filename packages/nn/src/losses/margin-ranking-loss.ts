import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import { type MarginRankingLossOptions, marginRankingLoss } from '../functional/losses/margin-ranking-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { takesPair } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesMarginRankingLoss = signature(
  'MarginRankingLoss',
  {},
  { margin: kinds.number },
  { reduction: reductionKind },
)

/**
 * A loss of pairs of scores of which the first should be higher (target 1) or the second (target -1).
 *
 * $$ \ell = \max(0, -t (x_1 - x_2) + \text{margin}) $$
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const criterion = new MarginRankingLoss()
 * criterion.forward(tensor([0.5]), tensor([2.0]), tensor([1])) // tensor(1.5000)
 * @see torch.nn.MarginRankingLoss
 */
export class MarginRankingLoss extends Module {
  /** By how much the higher one should be above the other. */
  readonly margin: number
  readonly reduction: Reduction

  constructor(...args: Args<MarginRankingLossOptions, ['margin']>) {
    super()
    const { margin = 0, reduction = 'mean' } = takesMarginRankingLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.margin = margin
    this.reduction = reduction
  }

  /**
   * @param input1 the first scores, any shape
   * @param input2 the second scores, of as many dimensions
   * @param target 1 or -1 for each pair, of as many dimensions
   */
  forward(input1: Tensor, input2: Tensor, target: Tensor, ...none: []): Tensor {
    takesPair([input1, input2, target], none, this.getName())
    const { margin, reduction } = this
    return marginRankingLoss(input1, input2, target, { margin, reduction })
  }
}
