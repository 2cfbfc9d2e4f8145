import { type Args, kinds, nameStep, signature, type Tensor } from '@nn/tensor'
import { logsigmoid } from '../activations/logsigmoid'
import { checkFloatingPoint } from '../check-floating-point'
import { checkReduction, type LossOptions, reduced, reductionKind } from '../reduction'
import { checkBroadcastsTo } from './check-broadcasts-to'

const takesSoftMarginLoss = signature(
  'softMarginLoss',
  { input: kinds.tensor, target: kinds.tensor },
  {},
  { reduction: reductionKind },
)

/**
 * The logistic loss of scores for targets of 1 and -1.
 *
 * $$ \ell = \frac{1}{n} \sum_i \ln(1 + e^{-t_i x_i}) $$
 *
 * @param input scores, any shape
 * @param target 1 or -1 for each, of a shape that broadcasts to it
 * @throws ShapeError for a target that does not fit.
 * @throws DTypeError for integer scores.
 * @example
 * functional.softMarginLoss(zeros([1]), tensor([1])) // tensor(0.6931)
 * @see torch.nn.functional.soft_margin_loss
 */
export function softMarginLoss(input: Tensor, target: Tensor, ...args: Args<LossOptions>): Tensor {
  const { reduction = 'mean' } = takesSoftMarginLoss([input, target], args)
  checkReduction('softMarginLoss', reduction)
  checkFloatingPoint('softMarginLoss', input)
  checkBroadcastsTo('softMarginLoss', 'target', target, input.shape)
  return nameStep('SoftMarginLossBackward0', reduced(logsigmoid(input.mul(target)).neg(), reduction))
}
