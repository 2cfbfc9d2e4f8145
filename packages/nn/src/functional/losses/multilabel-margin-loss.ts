import {
  type Args,
  arange,
  cumsum,
  DTypeError,
  IndexError,
  kinds,
  nameStep,
  ShapeError,
  sameShape,
  showShape,
  signature,
  type Tensor,
} from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { checkReduction, type LossOptions, reduced, reductionKind } from '../reduction'

const takesMultilabelMarginLoss = signature(
  'multilabelMarginLoss',
  { input: kinds.tensor, target: kinds.tensor },
  {},
  { reduction: reductionKind },
)

/**
 * The hinge loss of samples with several labels: the score of each label should be above those of all other classes by 1.
 *
 * $$ \ell = \frac{1}{C} \sum_{j \in \text{labels}} \sum_{c \notin \text{labels}} \max(0, 1 - (x_j - x_c)) $$
 *
 * @param input scores, shape [N, C] or [C]
 * @param target the labels of each sample (int64), the same shape: class indices up to the first -1
 * @throws ShapeError where the shapes do not belong together.
 * @throws DTypeError for integer scores, and for targets that are not int64.
 * @throws IndexError for a class that is not there.
 * @example
 * const scores = tensor([[0.5, 0.25, 1.0]])
 * functional.multilabelMarginLoss(scores, tensor([[2, 0, -1]])) // tensor(0.3333)
 * @see torch.nn.functional.multilabel_margin_loss
 */
export function multilabelMarginLoss(input: Tensor, target: Tensor, ...args: Args<LossOptions>): Tensor {
  const { reduction = 'mean' } = takesMultilabelMarginLoss([input, target], args)
  checkReduction('multilabelMarginLoss', reduction)
  checkFloatingPoint('multilabelMarginLoss', input)
  checkShapes(input, target)
  const classes = input.shape.at(-1) ?? 1
  checkLabels(target, classes)
  const scores = input.reshape(-1, classes)
  const labels = target.reshape(-1, classes)
  const losses = violations(scores, labels).sum([1, 2]).div(classes)
  const loss = reduction === 'none' && input.ndim < 2 ? losses.reshape([]) : reduced(losses, reduction)
  return nameStep('MultilabelMarginLossBackward0', loss)
}

/** What each label of each sample lacks against each other class, shape [N, labels, C]. */
function violations(scores: Tensor, labels: Tensor): Tensor {
  const classes = scores.shape[1] as number
  const counts = cumsum(labels.lt(0), 1).eq(0).unsqueeze(2)
  const isLabel = labels.unsqueeze(2).eq(arange(classes)).logicalAnd(counts).any(1, { keepdim: true })
  const ofLabels = scores.gather(1, labels.clampMin(0)).unsqueeze(2)
  const lacking = scores.unsqueeze(1).sub(ofLabels).add(1).relu()
  return lacking.maskedFill(counts.logicalNot().logicalOr(isLabel), 0)
}

function checkShapes(input: Tensor, target: Tensor): void {
  const shapes = `${showShape(input.shape)} and ${showShape(target.shape)}`
  if (input.ndim > 2 || (input.ndim > 0 && input.shape.at(-1) === 0)) {
    throw new ShapeError(`multilabelMarginLoss: scores must have shape [N, C] or [C], got ${shapes}`)
  }
  const isOneSample = input.ndim < 2 && target.ndim < 2 && input.numel() === target.numel()
  if (!isOneSample && !sameShape(input.shape, target.shape)) {
    throw new ShapeError(`multilabelMarginLoss: input and target differ in shape, ${shapes}`)
  }
}

function checkLabels(target: Tensor, classes: number): void {
  if (target.dtype !== 'int64') {
    throw new DTypeError(`multilabelMarginLoss: targets must be class indices of dtype int64, got ${target.dtype}`)
  }
  const odd = target.toTypedArray().find((c) => c < -1 || c >= classes)
  if (odd !== undefined) {
    throw new IndexError(`multilabelMarginLoss: target ${odd} is neither -1 nor one of the ${classes} classes`)
  }
}
