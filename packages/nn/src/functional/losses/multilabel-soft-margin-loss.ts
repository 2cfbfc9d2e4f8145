import { type Args, broadcastShapes, kinds, ShapeError, signature, type Tensor } from '@nn/tensor'
import { logsigmoid } from '../activations/logsigmoid'
import { checkFloatingPoint } from '../check-floating-point'
import { checkNotBool } from '../check-not-bool'
import { tensorOrNull } from '../kinds'
import { checkReduction, type LossOptions, reduced, reductionKind } from '../reduction'

export interface MultilabelSoftMarginLossOptions extends LossOptions {
  /** A weight for each class, shape [C]; by default all count the same. */
  weight?: Tensor | null
}

const takesMultilabelSoftMarginLoss = signature(
  'multilabelSoftMarginLoss',
  { input: kinds.tensor, target: kinds.tensor },
  { weight: tensorOrNull },
  { reduction: reductionKind },
)

/**
 * The logistic loss of samples with several labels, averaged over the classes.
 *
 * $$ \ell = -\frac{1}{C} \sum_c w_c \big( t_c \ln \sigma(x_c) + (1 - t_c) \ln \sigma(-x_c) \big) $$
 *
 * @param input scores, shape [..., C]
 * @param target 1 for each label that a sample has, 0 for the others, the same shape
 * @throws ShapeError for scores without a dimension, and where the shapes do not broadcast.
 * @throws DTypeError for integer scores.
 * @example
 * functional.multilabelSoftMarginLoss(zeros([1, 2]), tensor([[1, 0]])) // tensor(0.6931)
 * @see torch.nn.functional.multilabel_soft_margin_loss
 */
export function multilabelSoftMarginLoss(
  input: Tensor,
  target: Tensor,
  ...args: Args<MultilabelSoftMarginLossOptions, ['weight']>
): Tensor {
  const { weight = null, reduction = 'mean' } = takesMultilabelSoftMarginLoss([input, target], args)
  const op = 'multilabelSoftMarginLoss'
  checkReduction(op, reduction)
  checkFloatingPoint(op, input)
  checkNotBool(op, target)
  if (input.ndim === 0) throw new ShapeError(`${op}: the input must have a dimension for the classes, got []`)
  const shape = broadcastShapes(op, input.shape, target.shape)
  if (weight !== null) broadcastShapes(op, shape, weight.shape)
  const present = target.mul(logsigmoid(input))
  const absent = target.neg().add(1).mul(logsigmoid(input.neg()))
  const terms = present.add(absent).neg()
  const classDim = input.ndim - 1
  const losses = (weight === null ? terms : terms.mul(weight)).sum(classDim).div(input.shape[classDim] as number)
  return reduced(losses, reduction)
}
