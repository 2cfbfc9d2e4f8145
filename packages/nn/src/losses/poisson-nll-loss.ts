import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import { type PoissonNLLLossOptions, poissonNllLoss } from '../functional/losses/poisson-nll-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesPoissonNLLLoss = signature(
  'PoissonNLLLoss',
  {},
  { logInput: kinds.boolean, full: kinds.boolean },
  { eps: kinds.number, reduction: reductionKind },
)

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

  constructor(...args: Args<PoissonNLLLossOptions, ['logInput', 'full']>) {
    super()
    const {
      logInput = true,
      full = false,
      eps = 1e-8,
      reduction = 'mean',
    } = takesPoissonNLLLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.logInput = logInput
    this.full = full
    this.eps = eps
    this.reduction = reduction
  }

  /**
   * @param input what was expected, any shape
   * @param target counts, of a shape that broadcasts with it
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    const { logInput, full, eps, reduction } = this
    return poissonNllLoss(input, target, { logInput, full, eps, reduction })
  }
}
