import { type Args, type Kind, kinds, signature, type Tensor } from '@nn/tensor'
import { checkKlDivReduction, type KlDivOptions, type KlDivReduction, klDiv } from '../functional/losses/kl-div'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'

const takesKLDivLoss = signature(
  'KLDivLoss',
  {},
  {},
  { reduction: kinds.text as Kind<KlDivReduction>, logTarget: kinds.boolean },
)

/**
 * The Kullback-Leibler divergence of a target distribution from log-probabilities.
 *
 * $$ \ell = \sum_i t_i (\ln t_i - x_i) $$
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const criterion = new KLDivLoss({ reduction: 'batchmean' })
 * criterion.forward(tensor([[0.5, 0.5]]).log(), tensor([[0.25, 0.75]])) // tensor(0.1308)
 * @see torch.nn.KLDivLoss
 */
export class KLDivLoss extends Module {
  readonly reduction: KlDivReduction
  /** Whether the target holds logarithms too. */
  readonly logTarget: boolean

  constructor(...args: Args<KlDivOptions>) {
    super()
    const { reduction = 'mean', logTarget = false } = takesKLDivLoss([], args, this.getName())
    checkKlDivReduction(this.getName(), reduction)
    this.reduction = reduction
    this.logTarget = logTarget
  }

  /**
   * @param input log-probabilities, any shape
   * @param target probabilities, or their logarithms with `logTarget`, the same shape
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    const { reduction, logTarget } = this
    return klDiv(input, target, { reduction, logTarget })
  }
}
