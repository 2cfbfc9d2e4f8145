import { type Args, kinds, nameStep, ShapeError, sameShape, showShape, signature, type Tensor } from '@nn/tensor'
import { logsigmoid } from '../activations/logsigmoid'
import { checkFloatingPoint } from '../check-floating-point'
import { checkNotBool } from '../check-not-bool'
import { tensorOrNull } from '../kinds'
import { checkReduction, reduced, reductionKind } from '../reduction'
import type { BinaryCrossEntropyOptions } from './binary-cross-entropy'
import { checkBroadcastsTo } from './check-broadcasts-to'

export interface BinaryCrossEntropyWithLogitsOptions extends BinaryCrossEntropyOptions {
  /** How much a target of 1 counts against one of 0, often a number for each class; broadcasts to the input. */
  posWeight?: Tensor | null
}

const takesBinaryCrossEntropyWithLogits = signature(
  'binaryCrossEntropyWithLogits',
  { input: kinds.tensor, target: kinds.tensor },
  { weight: tensorOrNull },
  { reduction: reductionKind, posWeight: tensorOrNull },
)

/**
 * The cross-entropy of targets under the probabilities that `sigmoid` makes of logits, computed so that large logits
 * neither overflow nor lose their gradient.
 *
 * $$ \ell = -\frac{1}{n} \sum_i w_i \big( p_i t_i \ln \sigma(x_i) + (1 - t_i) \ln(1 - \sigma(x_i)) \big) $$
 *
 * @param input logits, any shape
 * @param target probabilities, the same shape
 * @throws ShapeError where the shapes differ, and for weights that do not broadcast to them.
 * @throws DTypeError for integers.
 * @example
 * functional.binaryCrossEntropyWithLogits(zeros([1]), ones([1])) // tensor(0.6931)
 * @see torch.nn.functional.binary_cross_entropy_with_logits
 */
export function binaryCrossEntropyWithLogits(
  input: Tensor,
  target: Tensor,
  ...args: Args<BinaryCrossEntropyWithLogitsOptions, ['weight']>
): Tensor {
  const {
    weight = null,
    posWeight = null,
    reduction = 'mean',
  } = takesBinaryCrossEntropyWithLogits([input, target], args)
  checkReduction('binaryCrossEntropyWithLogits', reduction)
  checkArguments(input, target, weight, posWeight)
  const logYes = logsigmoid(input)
  const weightedLog = posWeight === null ? logYes : logYes.mul(posWeight.sub(1).mul(target).add(1))
  // ln(1 - σ(x)) is ln σ(x) - x.
  const losses = target.neg().add(1).mul(input).sub(weightedLog)
  const weighted = weight === null ? losses : losses.mul(weight)
  return nameStep('BinaryCrossEntropyWithLogitsBackward0', reduced(weighted, reduction))
}

function checkArguments(input: Tensor, target: Tensor, weight: Tensor | null, posWeight: Tensor | null): void {
  const op = 'binaryCrossEntropyWithLogits'
  if (!sameShape(input.shape, target.shape)) {
    throw new ShapeError(
      `${op}: input and target differ in shape, ${showShape(input.shape)} and ${showShape(target.shape)}`,
    )
  }
  checkFloatingPoint(op, input, target)
  if (weight !== null) checkBroadcastsTo(op, 'weight', weight, input.shape)
  if (posWeight !== null) checkNotBool(op, posWeight)
  if (posWeight !== null) checkBroadcastsTo(op, 'posWeight', posWeight, input.shape)
}
