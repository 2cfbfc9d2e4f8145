import type { Reduction, Tensor } from '@nn/tensor'
import { type CTCLossOptions, ctcLoss, type Lengths } from '../functional/losses/ctc-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'

/**
 * The loss of label sequences whose places in the input are not known (connectionist temporal classification).
 *
 * @throws RangeError for a reduction that is not there.
 * @example
 * const logProbs = zeros([2, 1, 3]).logSoftmax(2)
 * new CTCLoss().forward(logProbs, tensor([[1]]), [2], [1]) // tensor(1.0986)
 * @see torch.nn.CTCLoss
 */
export class CTCLoss extends Module {
  /** The class that stands for no label. */
  readonly blank: number
  readonly reduction: Reduction
  /** Whether infinite losses and their gradients become 0. */
  readonly zeroInfinity: boolean

  constructor({ blank = 0, reduction = 'mean', zeroInfinity = false }: CTCLossOptions = {}) {
    super()
    checkReduction('CTCLoss', reduction)
    this.blank = blank
    this.reduction = reduction
    this.zeroInfinity = zeroInfinity
  }

  /**
   * @param logProbs logarithms of the classes' probabilities at each step, shape [T, N, C] or [T, C]
   * @param targets labels (int64), shape [N, S], or [sum of targetLengths] one after another
   * @param inputLengths how many of the T steps count, one number for each sample
   * @param targetLengths how many labels count, one number for each sample
   */
  forward(logProbs: Tensor, targets: Tensor, inputLengths: Lengths, targetLengths: Lengths): Tensor {
    const { blank, reduction, zeroInfinity } = this
    return ctcLoss(logProbs, targets, inputLengths, targetLengths, { blank, reduction, zeroInfinity })
  }
}
