import { type Args, broadcastShapes, kinds, ShapeError, showShape, signature, type Tensor, where } from '@nn/tensor'
import { checkReduction, type LossOptions, reduced, reductionKind } from '../reduction'

/** Keeps the length of a vector of zeros from being divided by. */
const EPSILON = 1e-12

export interface CosineEmbeddingLossOptions extends LossOptions {
  /** The cosine above which vectors that should differ cost something, from -1 to 1. Default 0. */
  margin?: number
}

const takesCosineEmbeddingLoss = signature(
  'cosineEmbeddingLoss',
  { input1: kinds.tensor, input2: kinds.tensor, target: kinds.tensor },
  { margin: kinds.number },
  { reduction: reductionKind },
)

/**
 * A loss of pairs of vectors that should point the same way (target 1) or not (target -1).
 *
 * $$ \ell = \begin{cases} 1 - \cos(x_1, x_2) & t = 1 \\ \max(0, \cos(x_1, x_2) - \text{margin}) & t = -1 \end{cases} $$
 *
 * @param input1 vectors, shape [N, D] or [D]
 * @param input2 vectors, the same shape
 * @param target 1 or -1 for each pair, shape [N] or []
 * @throws ShapeError where the shapes do not belong together.
 * @example
 * const [x, y] = [tensor([[1.0, 0.5]]), tensor([[0.5, -1.0]])]
 * functional.cosineEmbeddingLoss(x, y, tensor([1])) // tensor(1.)
 * @see torch.nn.functional.cosine_embedding_loss
 */
export function cosineEmbeddingLoss(
  input1: Tensor,
  input2: Tensor,
  target: Tensor,
  ...args: Args<CosineEmbeddingLossOptions, ['margin']>
): Tensor {
  const { margin = 0, reduction = 'mean' } = takesCosineEmbeddingLoss([input1, input2, target], args)
  checkReduction('cosineEmbeddingLoss', reduction)
  checkVectors(input1, input2, target)
  const cosine = cosineOf(input1, input2, target.ndim)
  broadcastShapes('cosineEmbeddingLoss', cosine.shape, target.shape)
  const alike = where(target.eq(1), cosine.neg().add(1), 0)
  const different = where(target.eq(-1), cosine.sub(margin).clampMin(0), 0)
  return reduced(alike.add(different), reduction)
}

function cosineOf(x1: Tensor, x2: Tensor, dim: number): Tensor {
  const [square1, square2] = [x1, x2].map((x) => x.mul(x).sum(dim).add(EPSILON)) as [Tensor, Tensor]
  return x1.mul(x2).sum(dim).div(square1.mul(square2).sqrt())
}

function checkVectors(input1: Tensor, input2: Tensor, target: Tensor): void {
  const shapes = [input1, input2, target].map((x) => showShape(x.shape))
  if (target.ndim > 1) {
    throw new ShapeError(`cosineEmbeddingLoss: the target must have at most 1 dimension, got ${shapes[2]}`)
  }
  const ndim = target.ndim + 1
  if (input1.ndim !== ndim || input2.ndim !== ndim) {
    throw new ShapeError(
      `cosineEmbeddingLoss: a target of shape ${shapes[2]} needs inputs of ${ndim} dimensions, got ${shapes[0]} and ` +
        `${shapes[1]}`,
    )
  }
  broadcastShapes('cosineEmbeddingLoss', input1.shape, input2.shape)
}
