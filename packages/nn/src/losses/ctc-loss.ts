import { type Args, kinds, type Reduction, signature, type Tensor } from '@nn/tensor'
import { type CTCLossOptions, ctcLoss, type Lengths } from '../functional/losses/ctc-loss'
import { checkReduction } from '../functional/reduction'
import { Module } from '../module/module'
import { reductionKind } from './reduction-kind'

const takesCTCLoss = signature(
  'CTCLoss',
  {},
  { blank: kinds.integer, reduction: reductionKind, zeroInfinity: kinds.boolean },
)

const lengths = kinds.either(kinds.tensor, kinds.integers)

const takesForward = signature('forward', {
  logProbs: kinds.tensor,
  targets: kinds.tensor,
  inputLengths: lengths,
  targetLengths: lengths,
})

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

  constructor(...args: Args<CTCLossOptions, ['blank', 'reduction', 'zeroInfinity']>) {
    super()
    const { blank = 0, reduction = 'mean', zeroInfinity = false } = takesCTCLoss([], args, this.getName())
    checkReduction(this.getName(), reduction)
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
  forward(logProbs: Tensor, targets: Tensor, inputLengths: Lengths, targetLengths: Lengths, ...none: []): Tensor {
    takesForward([logProbs, targets, inputLengths, targetLengths], none, this.getName())
    const { blank, reduction, zeroInfinity } = this
    return ctcLoss(logProbs, targets, inputLengths, targetLengths, { blank, reduction, zeroInfinity })
  }
}
