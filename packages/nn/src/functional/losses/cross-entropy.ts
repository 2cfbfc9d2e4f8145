import {
  type Args,
  DTypeError,
  kinds,
  nllLoss as nllLossOf,
  ShapeError,
  sameShape,
  showShape,
  signature,
  type Tensor,
} from '@nn/tensor'
import { tensorOrNull } from '../kinds'
import { checkReduction, reductionKind } from '../reduction'
import type { NLLLossOptions } from './nll-loss'

export interface CrossEntropyOptions extends NLLLossOptions {
  /** The share of the target, from 0 to 1, that is spread over all classes evenly. Default 0. */
  labelSmoothing?: number
}

type Settings = Required<CrossEntropyOptions>

const takesCrossEntropy = signature(
  'crossEntropy',
  { input: kinds.tensor, target: kinds.tensor },
  { weight: tensorOrNull },
  { ignoreIndex: kinds.integer, reduction: reductionKind, labelSmoothing: kinds.number },
)

/**
 * The cross-entropy of targets under the probabilities that softmax makes of logits: `logSoftmax` and `nllLoss` in one.
 *
 * $$ \ell = -\frac{1}{N} \sum_n \sum_c w_c \, p_{n,c} \log \frac{e^{x_{n,c}}}{\sum_j e^{x_{n,j}}} $$
 *
 * With class indices, p is 1 at the target's class, and the mean divides by the weights of the targets instead of N.
 *
 * @param input logits, shape [N, C], [C] or [N, C, d1, ...]
 * @param target class indices (int64 or uint8), shape [N], [] or [N, d1, ...]; or probabilities of the input's shape
 * @throws ShapeError where the shapes do not belong together.
 * @throws DTypeError for targets that are neither class indices nor probabilities.
 * @throws IndexError for a class that is not there.
 * @throws RangeError for `labelSmoothing` outside [0, 1], and for `ignoreIndex` with probabilities.
 * @example
 * functional.crossEntropy(zeros([1, 2]), tensor([0])) // tensor(0.6931)
 * @see torch.nn.functional.cross_entropy
 */
export function crossEntropy(input: Tensor, target: Tensor, ...args: Args<CrossEntropyOptions, ['weight']>): Tensor {
  const {
    weight = null,
    ignoreIndex = -100,
    reduction = 'mean',
    labelSmoothing = 0,
  } = takesCrossEntropy([input, target], args)
  checkReduction('crossEntropy', reduction)
  checkLabelSmoothing('crossEntropy', labelSmoothing)
  checkInput(input, weight)
  const settings: Settings = { weight, ignoreIndex, reduction, labelSmoothing }
  const classDim = input.ndim === 1 ? 0 : 1
  const logProbabilities = input.logSoftmax(classDim)
  if (sameShape(input.shape, target.shape)) return ofProbabilities(logProbabilities, target, classDim, settings)
  const hard = nllLossOf(logProbabilities, target, weight, { reduction, ignoreIndex, op: 'crossEntropy' })
  if (labelSmoothing === 0) return hard
  const even = ofAllClasses(logProbabilities, target, classDim, settings)
  const classes = input.shape[classDim] as number
  return hard.mul(1 - labelSmoothing).add(even.mul(labelSmoothing / classes))
}

/** -Σ w p log q over the classes; the mean divides by the number of samples, whatever their weights. */
function ofProbabilities(logProbabilities: Tensor, target: Tensor, classDim: number, settings: Settings): Tensor {
  const { weight, ignoreIndex, reduction, labelSmoothing } = settings
  if (!target.isFloatingPoint()) {
    throw new DTypeError(
      `crossEntropy: targets of the input's shape are probabilities, in floating point, got ${target.dtype}`,
    )
  }
  if (ignoreIndex >= 0)
    throw new RangeError(`crossEntropy: ignoreIndex ${ignoreIndex} is for class indices, not for probabilities`)
  const classes = target.shape[classDim] as number
  const smoothed = labelSmoothing === 0 ? target : target.mul(1 - labelSmoothing).add(labelSmoothing / classes)
  const terms = weighted(logProbabilities.mul(smoothed), classDim, weight)
  if (reduction === 'none') return terms.sum(classDim).neg()
  const total = terms.sum().neg()
  return reduction === 'sum' ? total : total.div(target.numel() / classes)
}

/** -Σ w log q over the classes: the loss of a target that is every class at once. Ignored targets count for nothing. */
function ofAllClasses(
  logProbabilities: Tensor,
  target: Tensor,
  classDim: number,
  { weight, ignoreIndex, reduction }: Settings,
): Tensor {
  const ignored = target.eq(ignoreIndex)
  const losses = weighted(logProbabilities, classDim, weight).sum(classDim).neg().maskedFill(ignored, 0)
  if (reduction === 'none') return losses
  return reduction === 'sum' ? losses.sum() : losses.sum().div(weightOfTargets(target, ignored, weight))
}

/** By what the mean divides: the weights of the targets that count, or their number. */
function weightOfTargets(target: Tensor, ignored: Tensor, weight: Tensor | null): Tensor {
  const counting = ignored.logicalNot()
  return weight === null ? counting.sum() : weight.at(target.at(counting).long()).sum()
}

/** x times the weight of each class. */
function weighted(x: Tensor, classDim: number, weight: Tensor | null): Tensor {
  if (weight === null) return x
  const others = x.ndim - classDim - 1
  return x.mul(weight.reshape([-1, ...new Array<number>(others).fill(1)]))
}

export function checkLabelSmoothing(op: string, labelSmoothing: number): void {
  if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
    throw new RangeError(`${op}: labelSmoothing must lie between 0 and 1, got ${labelSmoothing}`)
  }
}

function checkInput(input: Tensor, weight: Tensor | null): void {
  if (!input.isFloatingPoint())
    throw new DTypeError(`crossEntropy: the input must be floating point, got ${input.dtype}`)
  if (input.ndim === 0) throw new ShapeError('crossEntropy: the input must have a dimension for the classes, got []')
  const classes = input.shape[input.ndim === 1 ? 0 : 1] as number
  if (weight !== null && (weight.ndim !== 1 || weight.shape[0] !== classes)) {
    throw new ShapeError(`crossEntropy: weight must hold one value a class, ${classes}, got ${showShape(weight.shape)}`)
  }
}
