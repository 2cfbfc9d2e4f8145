import { type Args, type Reduction, signature, type Tensor } from '@nn/tensor'
import { mseLoss } from '../functional/losses/mse-loss'
import { checkReduction, type LossOptions } from '../functional/reduction'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'
import { reductionKind } from './reduction-kind'

const takesMSELoss = signature('MSELoss', {}, {}, { reduction: reductionKind })

/**
 * The squared difference of input and target, for predicting numbers.
 *
 * $$ \ell = \frac{1}{n} \sum_i (x_i - t_i)^2 $$
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const criterion = new MSELoss()
 * criterion.forward(tensor([0.5, 1.5]), zeros([2])) // tensor(1.2500)
 * @see torch.nn.MSELoss
 */
export class MSELoss extends Module {
  readonly reduction: Reduction

  constructor(...args: Args<LossOptions>) {
    super()
    const { reduction = 'mean' } = takesMSELoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
    this.reduction = reduction
  }

  /**
   * @param input what was predicted, any shape
   * @param target what it should be, the same shape
   */
  forward(input: Tensor, target: Tensor, ...none: []): Tensor {
    takesTarget([input, target], none, this.getName())
    return mseLoss(input, target, { reduction: this.reduction })
  }
}
