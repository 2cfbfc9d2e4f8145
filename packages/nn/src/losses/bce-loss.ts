import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import { type BinaryCrossEntropyOptions, binaryCrossEntropy } from '../functional/losses/binary-cross-entropy'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesBCELoss = signature('BCELoss', {}, { weight: kinds.orNull(kinds.tensor) }, { reduction: reductionKind })

/**
 * The cross-entropy of targets under probabilities, each of its own yes-or-no question, for networks that end with
 * `Sigmoid`.
 *
 * $$ \ell = -\frac{1}{n} \sum_i w_i \big( t_i \ln x_i + (1 - t_i) \ln(1 - x_i) \big) $$
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const criterion = new BCELoss()
 * criterion.forward(new Sigmoid().forward(zeros([1])), ones([1])) // tensor(0.6931)
 * @see torch.nn.BCELoss
 */
export class BCELoss extends Module {
  /** A weight for each element, which broadcasts to the input, or null. */
  readonly weight: Tensor | null
  readonly reduction: Reduction

  constructor(...args: Args<BinaryCrossEntropyOptions, ['weight']>) {
    super()
    const { weight = null, reduction = 'mean' } = takesBCELoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.weight = this.registerBuffer('weight', weight)
    this.reduction = reduction
  }

  /**
   * @param input probabilities, any shape
   * @param target probabilities, the same shape and dtype
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    const { weight, reduction } = this
    return binaryCrossEntropy(input, target, { weight, reduction })
  }
}
