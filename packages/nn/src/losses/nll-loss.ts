import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import { type NLLLossOptions, nllLoss } from '../functional/losses/nll-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesNLLLoss = signature(
  'NLLLoss',
  {},
  { weight: kinds.orNull(kinds.tensor) },
  { ignoreIndex: kinds.integer, reduction: reductionKind },
)

/**
 * The negative log-likelihood of class indices under log-probabilities, for networks that end with `LogSoftmax`.
 *
 * $$ \ell = -\frac{\sum_n w_{t_n} x_{n,t_n}}{\sum_n w_{t_n}} $$
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const criterion = new NLLLoss()
 * criterion.forward(new LogSoftmax({ dim: 1 }).forward(zeros([1, 2])), tensor([0])) // tensor(0.6931)
 * @see torch.nn.NLLLoss
 */
export class NLLLoss extends Module {
  /** A weight for each class, shape [C], or null. */
  readonly weight: Tensor | null
  readonly ignoreIndex: number
  readonly reduction: Reduction

  constructor(...args: Args<NLLLossOptions, ['weight']>) {
    super()
    const { weight = null, ignoreIndex = -100, reduction = 'mean' } = takesNLLLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.weight = this.registerBuffer('weight', weight)
    this.ignoreIndex = ignoreIndex
    this.reduction = reduction
  }

  /**
   * @param input log-probabilities, shape [N, C], [C] or [N, C, d1, ...]
   * @param target class indices (int64 or uint8), shape [N], [] or [N, d1, ...]
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    const { weight, ignoreIndex, reduction } = this
    return nllLoss(input, target, { weight, ignoreIndex, reduction })
  }
}
