import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import { type HingeEmbeddingLossOptions, hingeEmbeddingLoss } from '../functional/losses/hinge-embedding-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesHingeEmbeddingLoss = signature(
  'HingeEmbeddingLoss',
  {},
  { margin: kinds.number },
  { reduction: reductionKind },
)

/**
 * A loss of distances that should be small (target 1) or large (target -1).
 *
 * $$ \ell = \begin{cases} x & t = 1 \\ \max(0, \text{margin} - x) & t = -1 \end{cases} $$
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const criterion = new HingeEmbeddingLoss()
 * criterion.forward(tensor([0.5, 0.25]), tensor([1, -1])) // tensor(0.6250)
 * @see torch.nn.HingeEmbeddingLoss
 */
export class HingeEmbeddingLoss extends Module {
  /** The distance from which what should differ costs nothing. */
  readonly margin: number
  readonly reduction: Reduction

  constructor(...args: Args<HingeEmbeddingLossOptions, ['margin']>) {
    super()
    const { margin = 1, reduction = 'mean' } = takesHingeEmbeddingLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.margin = margin
    this.reduction = reduction
  }

  /**
   * @param input distances, any shape
   * @param target 1 or -1 for each, of a shape that broadcasts with it
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    const { margin, reduction } = this
    return hingeEmbeddingLoss(input, target, { margin, reduction })
  }
}
