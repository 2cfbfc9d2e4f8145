import { type Args, type Kind, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import { PairwiseDistance } from '../distances/pairwise-distance'
import { checkMargin } from '../functional/losses/triplet-margin-loss'
import {
  type DistanceFunction,
  type TripletMarginWithDistanceLossOptions,
  tripletMarginWithDistanceLoss,
} from '../functional/losses/triplet-margin-with-distance-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTriplet } from './forward-signatures'
import { reductionKind } from './reduction-kind'

/** A module that gives a number for every pair of vectors. */
export interface DistanceModule extends Module {
  forward(x1: Tensor, x2: Tensor): Tensor
}

export interface TripletMarginWithDistanceLossModuleOptions
  extends Omit<TripletMarginWithDistanceLossOptions, 'distanceFunction'> {
  /** What measures distance: a function, or a module, whose parameters are then those of the loss. Default `PairwiseDistance`. */
  distanceFunction?: DistanceFunction | DistanceModule
}

/** A module or a function. */
const distance: Kind<DistanceFunction | DistanceModule> = kinds.either(
  kinds.instanceOf(Module) as Kind<DistanceModule>,
  kinds.callback as Kind<DistanceFunction>,
)

const takesTripletMarginWithDistanceLoss = signature(
  'TripletMarginWithDistanceLoss',
  {},
  {},
  { distanceFunction: distance, margin: kinds.number, swap: kinds.boolean, reduction: reductionKind },
)

/**
 * A loss of triples of vectors: the anchor should be closer to the positive than to the negative, by a distance of one's own.
 *
 * $$ \ell = \max(0, d(a, p) - d(a, n) + \text{margin}) $$
 *
 * @throws RangeError for a reduction that is not there, and for a margin that is not above 0.
 * @example
 * const criterion = new TripletMarginWithDistanceLoss({ distanceFunction: new PairwiseDistance({ p: 1 }), margin: 2.5 })
 * criterion.forward(zeros([1, 2]), zeros([1, 2]), ones([1, 2])) // tensor(0.5000)
 * @see torch.nn.TripletMarginWithDistanceLoss
 */
export class TripletMarginWithDistanceLoss extends Module {
  readonly distanceFunction: DistanceFunction | DistanceModule
  /** By how much the negative should be farther than the positive. */
  readonly margin: number
  /** Whether the distance of positive and negative counts where it is smaller. */
  readonly swap: boolean
  readonly reduction: Reduction

  constructor(...args: Args<TripletMarginWithDistanceLossModuleOptions>) {
    super()
    const {
      distanceFunction = new PairwiseDistance(),
      margin = 1,
      swap = false,
      reduction = 'mean',
    } = takesTripletMarginWithDistanceLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    checkMargin(this.getName(), margin)
    this.distanceFunction = distanceFunction
    this.margin = margin
    this.swap = swap
    this.reduction = reduction
  }

  /**
   * @param anchor vectors, shape [N, D], or whatever the distance takes
   * @param positive vectors, the same shape
   * @param negative vectors, the same shape
   */
  forward(anchor: Tensor, positive: Tensor, negative: Tensor, ...none: []): Tensor {
    takesTriplet([anchor, positive, negative], none, this.getName())
    const { distanceFunction: distance, margin, swap, reduction } = this
    const distanceFunction: DistanceFunction =
      distance instanceof Module ? (x1, x2) => distance.forward(x1, x2) : distance
    return tripletMarginWithDistanceLoss(anchor, positive, negative, { distanceFunction, margin, swap, reduction })
  }
}
