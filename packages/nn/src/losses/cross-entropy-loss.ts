import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import { type CrossEntropyOptions, checkLabelSmoothing, crossEntropy } from '../functional/losses/cross-entropy'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesCrossEntropyLoss = signature(
  'CrossEntropyLoss',
  {},
  { weight: kinds.orNull(kinds.tensor) },
  { ignoreIndex: kinds.integer, reduction: reductionKind, labelSmoothing: kinds.number },
)

/**
 * The cross-entropy of targets under the probabilities that softmax makes of logits, for networks that end with logits.
 *
 * $$ \ell = -\frac{1}{N} \sum_n \sum_c w_c \, p_{n,c} \log \frac{e^{x_{n,c}}}{\sum_j e^{x_{n,j}}} $$
 *
 * @throws RangeError for a reduction that is not there, and for `labelSmoothing` outside [0, 1].
 * @example
 * const criterion = new CrossEntropyLoss()
 * criterion.forward(zeros([1, 2]), tensor([0])) // tensor(0.6931)
 * @see torch.nn.CrossEntropyLoss
 */
export class CrossEntropyLoss extends Module {
  /** A weight for each class, shape [C], or null. */
  readonly weight: Tensor | null
  readonly ignoreIndex: number
  readonly reduction: Reduction
  readonly labelSmoothing: number

  constructor(...args: Args<CrossEntropyOptions, ['weight']>) {
    super()
    const {
      weight = null,
      ignoreIndex = -100,
      reduction = 'mean',
      labelSmoothing = 0,
    } = takesCrossEntropyLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    checkLabelSmoothing(this.getName(), labelSmoothing)
    this.weight = this.registerBuffer('weight', weight)
    this.ignoreIndex = ignoreIndex
    this.reduction = reduction
    this.labelSmoothing = labelSmoothing
  }

  /**
   * @param input logits, shape [N, C], [C] or [N, C, d1, ...]
   * @param target class indices (int64 or uint8), shape [N], [] or [N, d1, ...]; or probabilities of the input's shape
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    const { weight, ignoreIndex, reduction, labelSmoothing } = this
    return crossEntropy(input, target, { weight, ignoreIndex, reduction, labelSmoothing })
  }
}
