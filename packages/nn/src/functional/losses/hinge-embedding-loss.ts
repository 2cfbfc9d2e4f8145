import { type Args, broadcastShapes, kinds, signature, type Tensor, where } from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { checkNotBool } from '../check-not-bool'
import { checkReduction, type LossOptions, reduced, reductionKind } from '../reduction'

export interface HingeEmbeddingLossOptions extends LossOptions {
  /** The distance from which what should differ costs nothing. Default 1. */
  margin?: number
}

const takesHingeEmbeddingLoss = signature(
  'hingeEmbeddingLoss',
  { input: kinds.tensor, target: kinds.tensor },
  { margin: kinds.number },
  { reduction: reductionKind },
)

/**
 * A loss of distances that should be small (target 1) or large (target -1).
 *
 * $$ \ell = \begin{cases} x & t = 1 \\ \max(0, \text{margin} - x) & t = -1 \end{cases} $$
 *
 * @param input distances, any shape
 * @param target 1 or -1 for each, of a shape that broadcasts with it
 * @throws ShapeError where the shapes do not broadcast.
 * @throws DTypeError for booleans, and for the mean of integers.
 * @example
 * functional.hingeEmbeddingLoss(tensor([0.5, 0.25]), tensor([1, -1])) // tensor(0.6250)
 * @see torch.nn.functional.hinge_embedding_loss
 */
export function hingeEmbeddingLoss(
  input: Tensor,
  target: Tensor,
  ...args: Args<HingeEmbeddingLossOptions, ['margin']>
): Tensor {
  const { margin = 1, reduction = 'mean' } = takesHingeEmbeddingLoss([input, target], args)
  checkReduction('hingeEmbeddingLoss', reduction)
  checkNotBool('hingeEmbeddingLoss', input)
  if (reduction === 'mean') checkFloatingPoint('hingeEmbeddingLoss', input)
  broadcastShapes('hingeEmbeddingLoss', input.shape, target.shape)
  const tooClose = where(target.ne(1), input.neg().add(margin).clampMin(0), 0)
  const distance = where(target.ne(-1), input, 0)
  return reduced(tooClose.add(distance), reduction)
}
