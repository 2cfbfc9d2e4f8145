import type { Reduction, Tensor } from '@nn/tensor'
import { type PoissonNLLLossOptions, poissonNllLoss } from '../functional/losses/poisson-nll-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'

/**
 * The negative log-likelihood of counts under Poisson distributions.
 *
 * $$ \ell = e^x - t x + [\ln t!] $$
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const criterion = new PoissonNLLLoss()
 * criterion.forward(zeros([1]), tensor([3])) // tensor(1.)
 * @see torch.nn.PoissonNLLLoss
 */
export class PoissonNLLLoss extends Module {
  /** Whether the input is the logarithm of the expected number. */
  readonly logInput: boolean
  /** Whether to add Stirling's approximation of ln t!. */
  readonly full: boolean
  /** Added to an input that is no logarithm. */
  readonly eps: number
  readonly reduction: Reduction

  constructor({ logInput = true, full = false, eps = 1e-8, reduction = 'mean' }: PoissonNLLLossOptions = {}) {
    super()
    checkReduction('PoissonNLLLoss', reduction)
    this.logInput = logInput
    this.full = full
    this.eps = eps
    this.reduction = reduction
  }

  /**
   * @param input what was expected, any shape
   * @param target counts, of a shape that broadcasts with it
   */
  forward(input: Tensor, target: Tensor): Tensor {
    const { logInput, full, eps, reduction } = this
    return poissonNllLoss(input, target, { logInput, full, eps, reduction })
  }
}
