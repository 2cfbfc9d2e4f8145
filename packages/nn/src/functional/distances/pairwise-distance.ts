import { type Args, broadcastShapes, kinds, linalg, signature, type Tensor } from '@nn/tensor'
import { checkNotBool } from '../check-not-bool'
import { toFloatingPoint } from '../to-floating-point'

export interface PairwiseDistanceOptions {
  /** The order of the norm. Default 2. */
  p?: number
  /** Added to every difference, so that no distance is 0. Default 1e-6. */
  eps?: number
  /** Keep the last dimension, of size 1. Default false. */
  keepdim?: boolean
}

const takesPairwiseDistance = signature(
  'pairwiseDistance',
  { x1: kinds.tensor, x2: kinds.tensor },
  { p: kinds.number, eps: kinds.number, keepdim: kinds.boolean },
)

/**
 * The distance of vectors, pair by pair.
 *
 * $$ y = \left( \sum_i |x_{1,i} - x_{2,i} + \varepsilon|^p \right)^{1/p} $$
 *
 * @param x1 vectors, shape [N, D] or [D]
 * @param x2 vectors, of a shape that broadcasts with it
 * @returns shape [N] or []
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * functional.pairwiseDistance(tensor([[3.5, 0.0]]), tensor([[0.5, 4.0]])) // tensor([5.])
 * @see torch.nn.functional.pairwise_distance
 */
export function pairwiseDistance(
  x1: Tensor,
  x2: Tensor,
  ...args: Args<PairwiseDistanceOptions, ['p', 'eps', 'keepdim']>
): Tensor {
  const { p = 2, eps = 1e-6, keepdim = false } = takesPairwiseDistance([x1, x2], args)
  checkNotBool('pairwiseDistance', x1, x2)
  broadcastShapes('pairwiseDistance', x1.shape, x2.shape)
  const differences = toFloatingPoint(x1.sub(x2)).add(eps)
  return linalg.vectorNorm(differences, p, -1, { keepdim })
}
