import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import { type CosineEmbeddingLossOptions, cosineEmbeddingLoss } from '../functional/losses/cosine-embedding-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { takesPair } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesCosineEmbeddingLoss = signature(
  'CosineEmbeddingLoss',
  {},
  { margin: kinds.number },
  { reduction: reductionKind },
)

/**
 * A loss of pairs of vectors that should point the same way (target 1) or not (target -1).
 *
 * $$ \ell = \begin{cases} 1 - \cos(x_1, x_2) & t = 1 \\ \max(0, \cos(x_1, x_2) - \text{margin}) & t = -1 \end{cases} $$
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const criterion = new CosineEmbeddingLoss()
 * criterion.forward(tensor([[1.0, 0.5]]), tensor([[0.5, -1.0]]), tensor([1])) // tensor(1.)
 * @see torch.nn.CosineEmbeddingLoss
 */
export class CosineEmbeddingLoss extends Module {
  /** The cosine above which vectors that should differ cost something. */
  readonly margin: number
  readonly reduction: Reduction

  constructor(...args: Args<CosineEmbeddingLossOptions, ['margin']>) {
    super()
    const { margin = 0, reduction = 'mean' } = takesCosineEmbeddingLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.margin = margin
    this.reduction = reduction
  }

  /**
   * @param input1 vectors, shape [N, D] or [D]
   * @param input2 vectors, the same shape
   * @param target 1 or -1 for each pair, shape [N] or []
   */
  forward(input1: Tensor, input2: Tensor, target: Tensor, ...none: []): Tensor {
    takesPair([input1, input2, target], none, this.getName())
    const { margin, reduction } = this
    return cosineEmbeddingLoss(input1, input2, target, { margin, reduction })
  }
}
