import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import { checkMargin, type TripletMarginLossOptions, tripletMarginLoss } from '../functional/losses/triplet-margin-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTriplet } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesTripletMarginLoss = signature(
  'TripletMarginLoss',
  {},
  { margin: kinds.number, p: kinds.number, eps: kinds.number, swap: kinds.boolean },
  { reduction: reductionKind },
)

/**
 * A loss of triples of vectors: the anchor should be closer to the positive than to the negative.
 *
 * $$ \ell = \max(0, \|a - p\| - \|a - n\| + \text{margin}) $$
 *
 * @throws RangeError for a reduction that is not there, and for a margin that is not above 0.
 * @example
 * const criterion = new TripletMarginLoss({ margin: 2 })
 * criterion.forward(zeros([1, 2]), zeros([1, 2]), ones([1, 2])) // tensor(0.5858)
 * @see torch.nn.TripletMarginLoss
 */
export class TripletMarginLoss extends Module {
  /** By how much the negative should be farther than the positive. */
  readonly margin: number
  /** The order of the norm that measures distance. */
  readonly p: number
  /** Added to every difference. */
  readonly eps: number
  /** Whether the distance of positive and negative counts where it is smaller. */
  readonly swap: boolean
  readonly reduction: Reduction

  constructor(...args: Args<TripletMarginLossOptions, ['margin', 'p', 'eps', 'swap']>) {
    super()
    const {
      margin = 1,
      p = 2,
      eps = 1e-6,
      swap = false,
      reduction = 'mean',
    } = takesTripletMarginLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    checkMargin(this.getName(), margin)
    this.margin = margin
    this.p = p
    this.eps = eps
    this.swap = swap
    this.reduction = reduction
  }

  /**
   * @param anchor vectors, shape [N, D] or [D]
   * @param positive vectors, the same shape
   * @param negative vectors, the same shape
   */
  forward(anchor: Tensor, positive: Tensor, negative: Tensor, ...none: []): Tensor {
    takesTriplet([anchor, positive, negative], none, this.getName())
    const { margin, p, eps, swap, reduction } = this
    return tripletMarginLoss(anchor, positive, negative, { margin, p, eps, swap, reduction })
  }
}
