import { type Args, broadcastShapes, kinds, minimum, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'
import { checkNotBool } from '../check-not-bool'
import { pairwiseDistance } from '../distances/pairwise-distance'
import { checkReduction, type LossOptions, reduced, reductionKind } from '../reduction'

export interface TripletMarginLossOptions extends LossOptions {
  /** By how much the negative should be farther than the positive, above 0. Default 1. */
  margin?: number
  /** The order of the norm that measures distance. Default 2. */
  p?: number
  /** Added to every difference, so that no distance is 0. Default 1e-6. */
  eps?: number
  /** Use the distance of positive and negative where it is smaller than that of anchor and negative. Default false. */
  swap?: boolean
}

const takesTripletMarginLoss = signature(
  'tripletMarginLoss',
  { anchor: kinds.tensor, positive: kinds.tensor, negative: kinds.tensor },
  { margin: kinds.number, p: kinds.number, eps: kinds.number, swap: kinds.boolean },
  { reduction: reductionKind },
)

/**
 * A loss of triples of vectors: the anchor should be closer to the positive than to the negative.
 *
 * $$ \ell = \max(0, \|a - p\| - \|a - n\| + \text{margin}) $$
 *
 * @param anchor vectors, shape [N, D] or [D]
 * @param positive vectors, the same shape
 * @param negative vectors, the same shape
 * @throws RangeError for a margin that is not above 0.
 * @throws ShapeError where the shapes do not belong together.
 * @example
 * const [anchor, positive, negative] = [zeros([1, 2]), zeros([1, 2]), ones([1, 2])]
 * functional.tripletMarginLoss(anchor, positive, negative, { margin: 2 }) // tensor(0.5858)
 * @see torch.nn.functional.triplet_margin_loss
 */
export function tripletMarginLoss(
  anchor: Tensor,
  positive: Tensor,
  negative: Tensor,
  ...args: Args<TripletMarginLossOptions, ['margin', 'p', 'eps', 'swap']>
): Tensor {
  const {
    margin = 1,
    p = 2,
    eps = 1e-6,
    swap = false,
    reduction = 'mean',
  } = takesTripletMarginLoss([anchor, positive, negative], args)
  checkReduction('tripletMarginLoss', reduction)
  checkMargin('tripletMarginLoss', margin)
  checkTriplets('tripletMarginLoss', anchor, positive, negative)
  const toPositive = pairwiseDistance(anchor, positive, { p, eps })
  const fromAnchor = pairwiseDistance(anchor, negative, { p, eps })
  const toNegative = swap ? minimum(fromAnchor, pairwiseDistance(positive, negative, { p, eps })) : fromAnchor
  return reduced(toPositive.add(margin).sub(toNegative).clampMin(0), reduction)
}

export function checkMargin(op: string, margin: number): void {
  if (!(margin > 0)) throw new RangeError(`${op}: margin must be above 0, got ${margin}`)
}

export function checkTriplets(op: string, anchor: Tensor, positive: Tensor, negative: Tensor): void {
  checkNotBool(op, anchor, positive, negative)
  if (anchor.ndim !== positive.ndim || anchor.ndim !== negative.ndim) {
    const shapes = [anchor, positive, negative].map((x) => showShape(x.shape)).join(', ')
    throw new ShapeError(`${op}: anchor, positive and negative must have as many dimensions each, got ${shapes}`)
  }
  broadcastShapes(op, broadcastShapes(op, anchor.shape, positive.shape), negative.shape)
}
