import {
  type Args,
  DTypeError,
  kinds,
  log1p,
  ShapeError,
  sameShape,
  showShape,
  signature,
  type Tensor,
} from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { tensorOrNull } from '../kinds'
import { checkReduction, type LossOptions, reduced, reductionKind } from '../reduction'
import { checkBroadcastsTo } from './check-broadcasts-to'
import { definePairLoss } from './define-pair-loss'

/** The least logarithm that is taken: a probability of 0 costs 100, not infinity. */
const LEAST_LOG = -100

/** The least x (1 - x) that the derivative divides by. */
const EPSILON = 1e-12

/** -t ln x - (1 - t) ln(1 - x), with ∂x = (x - t) / (x (1 - x)) and ∂t = ln(1 - x) - ln x. */
const applyBinaryCrossEntropy = definePairLoss<undefined>({
  name: 'binaryCrossEntropy',
  value: (x, target) => {
    const [logYes, logNo] = [x.log().clampMin(LEAST_LOG), log1p(x.neg()).clampMin(LEAST_LOG)]
    return target.sub(1).mul(logNo).sub(target.mul(logYes))
  },
  byInput: (grad, x, target) => grad.mul(x.sub(target)).div(x.neg().add(1).mul(x).clampMin(EPSILON)),
  byTarget: (grad, x) => grad.mul(log1p(x.neg()).sub(x.log())),
})

export interface BinaryCrossEntropyOptions extends LossOptions {
  /** A weight for each element, which broadcasts to the shape of the input; by default all count the same. */
  weight?: Tensor | null
}

const takesBinaryCrossEntropy = signature(
  'binaryCrossEntropy',
  { input: kinds.tensor, target: kinds.tensor },
  { weight: tensorOrNull },
  { reduction: reductionKind },
)

/**
 * The cross-entropy of targets under probabilities, each of its own yes-or-no question. Logarithms are bounded below by
 * -100. For logits, `binaryCrossEntropyWithLogits` loses less to rounding.
 *
 * $$ \ell = -\frac{1}{n} \sum_i w_i \big( t_i \ln x_i + (1 - t_i) \ln(1 - x_i) \big) $$
 *
 * @param input probabilities, any shape
 * @param target probabilities, the same shape and dtype
 * @throws ShapeError where the shapes differ, and for a weight that does not broadcast to them.
 * @throws DTypeError for integers, and where the dtypes differ.
 * @throws RangeError for an element outside [0, 1].
 * @example
 * functional.binaryCrossEntropy(tensor([0.5]), ones([1])) // tensor(0.6931)
 * @see torch.nn.functional.binary_cross_entropy
 */
export function binaryCrossEntropy(
  input: Tensor,
  target: Tensor,
  ...args: Args<BinaryCrossEntropyOptions, ['weight']>
): Tensor {
  const { weight = null, reduction = 'mean' } = takesBinaryCrossEntropy([input, target], args)
  checkReduction('binaryCrossEntropy', reduction)
  checkPair(input, target)
  if (weight === null) return applyBinaryCrossEntropy(input, target, undefined, reduction)
  checkBroadcastsTo('binaryCrossEntropy', 'weight', weight, input.shape)
  return reduced(applyBinaryCrossEntropy(input, target, undefined, 'none').mul(weight), reduction)
}

function checkPair(input: Tensor, target: Tensor): void {
  if (!sameShape(input.shape, target.shape)) {
    throw new ShapeError(
      `binaryCrossEntropy: input and target differ in shape, ${showShape(input.shape)} and ${showShape(target.shape)}`,
    )
  }
  checkFloatingPoint('binaryCrossEntropy', input)
  if (input.dtype !== target.dtype) {
    throw new DTypeError(`binaryCrossEntropy: input and target differ in dtype, ${input.dtype} and ${target.dtype}`)
  }
  checkProbabilities('input', input)
  checkProbabilities('target', target)
}

function checkProbabilities(name: string, x: Tensor): void {
  const fits = x.ge(0).logicalAnd(x.le(1))
  if (fits.all().item() === 0) {
    const [odd] = x.detach().at(fits.logicalNot()).toTypedArray()
    throw new RangeError(`binaryCrossEntropy: every element of ${name} must lie between 0 and 1, got ${odd}`)
  }
}
