import {
  type Args,
  broadcastShapes,
  DTypeError,
  isFloatingPoint,
  kinds,
  linalg,
  resultType,
  signature,
  type Tensor,
} from '@nn/tensor'
import { raisedTo } from '../raised-to'

export interface CosineSimilarityOptions {
  /** The dimension along which the vectors lie. Default 1. */
  dim?: number
  /** The least length to divide by. Default 1e-8. */
  eps?: number
}

const takesCosineSimilarity = signature(
  'cosineSimilarity',
  { x1: kinds.tensor, x2: kinds.tensor },
  { dim: kinds.integer, eps: kinds.number },
)

/**
 * The cosine of the angle between vectors.
 *
 * $$ y = \frac{x_1 \cdot x_2}{\max(\|x_1\|, \varepsilon) \, \max(\|x_2\|, \varepsilon)} $$
 *
 * @param x1 vectors along the dimension `dim`
 * @param x2 vectors, of a shape that broadcasts with it
 * @throws ShapeError where the shapes do not broadcast.
 * @throws DTypeError where neither is floating point.
 * @throws IndexError for a dimension that is not there.
 * @example
 * functional.cosineSimilarity(tensor([[1.5, 0.0]]), tensor([[0.0, 2.5]])) // tensor([0.])
 * @see torch.nn.functional.cosine_similarity
 */
export function cosineSimilarity(
  x1: Tensor,
  x2: Tensor,
  ...args: Args<CosineSimilarityOptions, ['dim', 'eps']>
): Tensor {
  const { dim = 1, eps = 1e-8 } = takesCosineSimilarity([x1, x2], args)
  const shape = broadcastShapes('cosineSimilarity', x1.shape, x2.shape)
  const dtype = resultType(x1, x2)
  if (!isFloatingPoint(dtype)) {
    throw new DTypeError(`cosineSimilarity: needs floating-point tensors, got ${x1.dtype} and ${x2.dtype}`)
  }
  // Dividing each by its length first keeps the result between -1 and 1.
  const [unit1, unit2] = [x1, x2].map((x) => unit(x.to(dtype).expand(shape), dim, eps)) as [Tensor, Tensor]
  return unit1.mul(unit2).sum(dim)
}

function unit(x: Tensor, dim: number, eps: number): Tensor {
  return x.div(raisedTo(linalg.vectorNorm(x, 2, dim, { keepdim: true }), eps))
}
