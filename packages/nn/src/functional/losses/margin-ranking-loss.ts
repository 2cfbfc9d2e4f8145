import { type Args, broadcastShapes, kinds, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'
import { checkNotBool } from '../check-not-bool'
import { checkReduction, type LossOptions, reduced, reductionKind } from '../reduction'
import { toFloatingPoint } from '../to-floating-point'

export interface MarginRankingLossOptions extends LossOptions {
  /** By how much the higher one should be above the other. Default 0. */
  margin?: number
}

const takesMarginRankingLoss = signature(
  'marginRankingLoss',
  { input1: kinds.tensor, input2: kinds.tensor, target: kinds.tensor },
  { margin: kinds.number },
  { reduction: reductionKind },
)

/**
 * A loss of pairs of scores of which the first should be higher (target 1) or the second (target -1).
 *
 * $$ \ell = \max(0, -t (x_1 - x_2) + \text{margin}) $$
 *
 * @param input1 the first scores, any shape
 * @param input2 the second scores, of as many dimensions
 * @param target 1 or -1 for each pair, of as many dimensions
 * @throws ShapeError where the numbers of dimensions differ, and where the shapes do not broadcast.
 * @example
 * functional.marginRankingLoss(tensor([0.5]), tensor([2.0]), tensor([1])) // tensor(1.5000)
 * @see torch.nn.functional.margin_ranking_loss
 */
export function marginRankingLoss(
  input1: Tensor,
  input2: Tensor,
  target: Tensor,
  ...args: Args<MarginRankingLossOptions, ['margin']>
): Tensor {
  const { margin = 0, reduction = 'mean' } = takesMarginRankingLoss([input1, input2, target], args)
  checkReduction('marginRankingLoss', reduction)
  checkNotBool('marginRankingLoss', input1, input2, target)
  checkShapes(input1, input2, target)
  const wrong = target.neg().mul(input1.sub(input2))
  return reduced(toFloatingPoint(wrong).add(margin).clampMin(0), reduction)
}

function checkShapes(input1: Tensor, input2: Tensor, target: Tensor): void {
  if (input1.ndim !== input2.ndim || input1.ndim !== target.ndim) {
    const shapes = [input1, input2, target].map((x) => showShape(x.shape)).join(', ')
    throw new ShapeError(`marginRankingLoss: inputs and target must have as many dimensions each, got ${shapes}`)
  }
  broadcastShapes('marginRankingLoss', broadcastShapes('marginRankingLoss', input1.shape, input2.shape), target.shape)
}
