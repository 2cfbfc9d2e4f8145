import { type Args, type Kind, kinds, minimum, show, signature, type Tensor } from '@nn/tensor'
import { pairwiseDistance } from '../distances/pairwise-distance'
import { checkReduction, type LossOptions, reduced, reductionKind } from '../reduction'
import { checkMargin, checkTriplets } from './triplet-margin-loss'

/** Gives a number for every pair of vectors. */
export type DistanceFunction = (x1: Tensor, x2: Tensor) => Tensor

export interface TripletMarginWithDistanceLossOptions extends LossOptions {
  /** What measures distance. Default: `pairwiseDistance`. */
  distanceFunction?: DistanceFunction
  /** By how much the negative should be farther than the positive, above 0. Default 1. */
  margin?: number
  /** Use the distance of positive and negative where it is smaller than that of anchor and negative. Default false. */
  swap?: boolean
}

const takesTripletMarginWithDistanceLoss = signature(
  'tripletMarginWithDistanceLoss',
  { anchor: kinds.tensor, positive: kinds.tensor, negative: kinds.tensor },
  {},
  {
    distanceFunction: kinds.callback as Kind<unknown> as Kind<DistanceFunction>,
    margin: kinds.number,
    swap: kinds.boolean,
    reduction: reductionKind,
  },
)

/**
 * A loss of triples of vectors: the anchor should be closer to the positive than to the negative, by a distance of one's own.
 *
 * $$ \ell = \max(0, d(a, p) - d(a, n) + \text{margin}) $$
 *
 * @param anchor vectors, shape [N, D], or whatever the distance takes
 * @param positive vectors, the same shape
 * @param negative vectors, the same shape
 * @throws RangeError for a margin that is not above 0.
 * @throws ShapeError where the shapes do not belong together.
 * @example
 * const [anchor, positive, negative] = [zeros([1, 2]), zeros([1, 2]), ones([1, 2])]
 * const distanceFunction = (a: Tensor, b: Tensor) => a.sub(b).abs().sum(1)
 * functional.tripletMarginWithDistanceLoss(anchor, positive, negative, { distanceFunction, margin: 2.5 }) // tensor(0.5000)
 * @see torch.nn.functional.triplet_margin_with_distance_loss
 */
export function tripletMarginWithDistanceLoss(
  anchor: Tensor,
  positive: Tensor,
  negative: Tensor,
  ...args: Args<TripletMarginWithDistanceLossOptions>
): Tensor {
  const options = takesTripletMarginWithDistanceLoss([anchor, positive, negative], args)
  const op = 'tripletMarginWithDistanceLoss'
  const { distanceFunction = pairwiseDistance, margin = 1, swap = false, reduction = 'mean' } = options
  checkReduction(op, reduction)
  checkMargin(op, margin)
  checkTriplets(op, anchor, positive, negative)
  const distance = (a: Tensor, b: Tensor): Tensor => {
    const given: unknown = distanceFunction(a, b)
    if (kinds.tensor.accepts(given)) return given
    throw new TypeError(`${op}: distanceFunction must give a tensor, got ${show(given)}`)
  }
  const toPositive = distance(anchor, positive)
  const fromAnchor = distance(anchor, negative)
  const toNegative = swap ? minimum(fromAnchor, distance(positive, negative)) : fromAnchor
  return reduced(toPositive.add(margin).sub(toNegative).clampMin(0), reduction)
}
