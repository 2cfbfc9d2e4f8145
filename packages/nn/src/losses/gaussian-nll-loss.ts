import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import { type GaussianNLLLossOptions, gaussianNllLoss } from '../functional/losses/gaussian-nll-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { reductionKind } from './reduction-kind'

const takesGaussianNLLLoss = signature(
  'GaussianNLLLoss',
  {},
  {},
  { full: kinds.boolean, eps: kinds.number, reduction: reductionKind },
)

const takesForward = signature('forward', {
  input: kinds.tensor,
  target: kinds.tensor,
  variance: kinds.either(kinds.tensor, kinds.number),
})

/**
 * The negative log-likelihood of targets under normal distributions whose means and variances a network predicts.
 *
 * $$ \ell = \frac{1}{2} \left( \ln v + \frac{(x - t)^2}{v} \right) \, [+ \tfrac{1}{2} \ln 2 \pi] $$
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const criterion = new GaussianNLLLoss()
 * criterion.forward(zeros([1]), ones([1]), ones([1])) // tensor(0.5000)
 * @see torch.nn.GaussianNLLLoss
 */
export class GaussianNLLLoss extends Module {
  /** Whether to add the constant ½ ln 2π. */
  readonly full: boolean
  /** The least variance. */
  readonly eps: number
  readonly reduction: Reduction

  constructor(...args: Args<GaussianNLLLossOptions>) {
    super()
    const { full = false, eps = 1e-6, reduction = 'mean' } = takesGaussianNLLLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.full = full
    this.eps = eps
    this.reduction = reduction
  }

  /**
   * @param input means, any shape
   * @param target samples, of a shape that broadcasts with it
   * @param variance variances, of the same shape, with the size 1 in one dimension, or without the last one; or a number
   */
  forward(input: Tensor, target: Tensor, variance: Tensor | number, ...none: []): Tensor {
    takesForward([input, target, variance], none, this.getName())
    const { full, eps, reduction } = this
    return gaussianNllLoss(input, target, variance, { full, eps, reduction })
  }
}
