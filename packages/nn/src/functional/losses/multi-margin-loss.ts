import {
  type Args,
  arange,
  DTypeError,
  IndexError,
  kinds,
  nameStep,
  ShapeError,
  showShape,
  signature,
  type Tensor,
} from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { tensorOrNull } from '../kinds'
import { checkReduction, type LossOptions, reduced, reductionKind } from '../reduction'

export interface MultiMarginLossOptions extends LossOptions {
  /** The power of each violation, 1 or 2. Default 1. */
  p?: number
  /** By how much the score of the right class should be above the others. Default 1. */
  margin?: number
  /** A weight for each class, shape [C]; by default all count the same. */
  weight?: Tensor | null
}

const takesMultiMarginLoss = signature(
  'multiMarginLoss',
  { input: kinds.tensor, target: kinds.tensor },
  { p: kinds.number, margin: kinds.number, weight: tensorOrNull },
  { reduction: reductionKind },
)

/**
 * The hinge loss of many classes: each score should be below that of the right class by a margin.
 *
 * $$ \ell = \frac{1}{C} \sum_{c \ne t} w_t \max(0, \text{margin} - x_t + x_c)^p $$
 *
 * @param input scores, shape [N, C] or [C]
 * @param target class indices (int64), shape [N] or []
 * @throws RangeError for a `p` that is not 1 or 2.
 * @throws ShapeError where the shapes do not belong together, and for a weight that has not one value a class.
 * @throws DTypeError for integer scores, and for targets that are not int64.
 * @throws IndexError for a class that is not there.
 * @example
 * functional.multiMarginLoss(tensor([[0.5, 0.25]]), tensor([0])) // tensor(0.3750)
 * @see torch.nn.functional.multi_margin_loss
 */
export function multiMarginLoss(
  input: Tensor,
  target: Tensor,
  ...args: Args<MultiMarginLossOptions, ['p', 'margin', 'weight']>
): Tensor {
  const { p = 1, margin = 1, weight = null, reduction = 'mean' } = takesMultiMarginLoss([input, target], args)
  checkReduction('multiMarginLoss', reduction)
  checkPower('multiMarginLoss', p)
  checkFloatingPoint('multiMarginLoss', input)
  const scores = inRows(input)
  checkTarget(scores, target)
  if (weight !== null) checkClassWeight('multiMarginLoss', weight, scores.shape[1])
  const classOf = target.reshape(-1, 1)
  const violations = scores.sub(scores.gather(1, classOf)).add(margin).relu()
  const powers = p === 1 ? violations : violations.square()
  const costs = weight === null ? powers : powers.mul(weight.at(classOf))
  const [, classes] = scores.shape as [number, number]
  const losses = costs.maskedFill(arange(classes).eq(classOf), 0).sum(1).div(classes)
  const loss = reduction === 'none' ? losses.reshape(target.shape) : reduced(losses, reduction)
  return nameStep('MultiMarginLossBackward0', loss)
}

/** Scores in the shape [N, C]. */
function inRows(input: Tensor): Tensor {
  if (input.ndim > 2 || (input.ndim > 0 && input.shape.at(-1) === 0)) {
    throw new ShapeError(`multiMarginLoss: the input must have shape [N, C] or [C], got ${showShape(input.shape)}`)
  }
  return input.ndim === 2 ? input : input.reshape(1, -1)
}

function checkTarget(scores: Tensor, target: Tensor): void {
  const [samples, classes] = scores.shape as [number, number]
  if (target.ndim > 1 || target.numel() !== samples) {
    throw new ShapeError(
      `multiMarginLoss: the target must hold one class a sample, ${samples}, got ${showShape(target.shape)}`,
    )
  }
  if (target.dtype !== 'int64') {
    throw new DTypeError(`multiMarginLoss: targets must be class indices of dtype int64, got ${target.dtype}`)
  }
  const odd = target.toTypedArray().find((c) => c < 0 || c >= classes)
  if (odd !== undefined) {
    throw new IndexError(`multiMarginLoss: target ${odd} is none of the ${classes} classes`)
  }
}

export function checkPower(op: string, p: number): void {
  if (p !== 1 && p !== 2) throw new RangeError(`${op}: p must be 1 or 2, got ${p}`)
}

/** Refuses what is no list of weights, of as many as there are classes where that is known. */
export function checkClassWeight(op: string, weight: Tensor, classes: number | undefined = weight.shape[0]): void {
  if (weight.ndim !== 1 || weight.shape[0] !== classes) {
    throw new ShapeError(`${op}: weight must hold one value a class, ${classes}, got ${showShape(weight.shape)}`)
  }
}
