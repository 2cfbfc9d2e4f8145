import { type Args, type Reduction, signature, type Tensor } from '@nn/tensor'
import { l1Loss } from '../functional/losses/l1-loss'
import { checkReduction, type LossOptions } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesL1Loss = signature('L1Loss', {}, {}, { reduction: reductionKind })

/**
 * The size of the difference of input and target, for predicting numbers that outliers should not dominate.
 *
 * $$ \ell = \frac{1}{n} \sum_i |x_i - t_i| $$
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const criterion = new L1Loss()
 * criterion.forward(tensor([0.5, 1.5]), zeros([2])) // tensor(1.)
 * @see torch.nn.L1Loss
 */
export class L1Loss extends Module {
  readonly reduction: Reduction

  constructor(...args: Args<LossOptions>) {
    super()
    const { reduction = 'mean' } = takesL1Loss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.reduction = reduction
  }

  /**
   * @param input what was predicted, any shape
   * @param target what it should be, the same shape
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    return l1Loss(input, target, { reduction: this.reduction })
  }
}
