import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import {
  type BinaryCrossEntropyWithLogitsOptions,
  binaryCrossEntropyWithLogits,
} from '../functional/losses/binary-cross-entropy-with-logits'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesBCEWithLogitsLoss = signature(
  'BCEWithLogitsLoss',
  {},
  { weight: kinds.orNull(kinds.tensor) },
  { reduction: reductionKind, posWeight: kinds.orNull(kinds.tensor) },
)

/**
 * The cross-entropy of targets under the probabilities that sigmoid makes of logits, for networks that end with logits.
 *
 * $$ \ell = -\frac{1}{n} \sum_i w_i \big( p_i t_i \ln \sigma(x_i) + (1 - t_i) \ln(1 - \sigma(x_i)) \big) $$
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const criterion = new BCEWithLogitsLoss()
 * criterion.forward(zeros([1]), ones([1])) // tensor(0.6931)
 * @see torch.nn.BCEWithLogitsLoss
 */
export class BCEWithLogitsLoss extends Module {
  /** A weight for each element, which broadcasts to the input, or null. */
  readonly weight: Tensor | null
  /** How much a target of 1 counts against one of 0, which broadcasts to the input, or null. */
  readonly posWeight: Tensor | null
  readonly reduction: Reduction

  constructor(...args: Args<BinaryCrossEntropyWithLogitsOptions, ['weight']>) {
    super()
    const { weight = null, posWeight = null, reduction = 'mean' } = takesBCEWithLogitsLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.weight = this.registerBuffer('weight', weight)
    this.posWeight = this.registerBuffer('posWeight', posWeight)
    this.reduction = reduction
  }

  /**
   * @param input logits, any shape
   * @param target probabilities, the same shape
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    const { weight, posWeight, reduction } = this
    return binaryCrossEntropyWithLogits(input, target, { weight, posWeight, reduction })
  }
}
