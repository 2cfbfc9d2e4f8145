import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { type PairwiseDistanceOptions, pairwiseDistance } from '../functional/distances/pairwise-distance'
import { Module } from '../module/module'
import { takesTwo } from './takes-two'

const takesPairwiseDistance = signature(
  'PairwiseDistance',
  {},
  { p: kinds.number, eps: kinds.number, keepdim: kinds.boolean },
)

/**
 * The distance of vectors, pair by pair.
 *
 * $$ y = \left( \sum_i |x_{1,i} - x_{2,i} + \varepsilon|^p \right)^{1/p} $$
 *
 * @example
 * const distance = new PairwiseDistance()
 * distance.forward(tensor([[3.5, 0.0]]), tensor([[0.5, 4.0]])) // tensor([5.])
 * @see torch.nn.PairwiseDistance
 */
export class PairwiseDistance extends Module {
  /** The order p of the norm. */
  readonly norm: number
  /** Added to every difference. */
  readonly eps: number
  /** Whether the last dimension stays, of size 1. */
  readonly keepdim: boolean

  constructor(...args: Args<PairwiseDistanceOptions, ['p', 'eps', 'keepdim']>) {
    super()
    const { p = 2, eps = 1e-6, keepdim = false } = takesPairwiseDistance([], args, this.getName())
    this.norm = p
    this.eps = eps
    this.keepdim = keepdim
  }

  /**
   * @param x1 vectors, shape [N, D] or [D]
   * @param x2 vectors, of a shape that broadcasts with it
   */
  forward(x1: Tensor, x2: Tensor, ...none: []): Tensor {
    takesTwo([x1, x2], none, this.getName())
    const { norm, eps, keepdim } = this
    return pairwiseDistance(x1, x2, { p: norm, eps, keepdim })
  }
}
