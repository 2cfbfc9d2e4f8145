import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { tensorOrNull } from '../kinds'
import { checkReduction, reduced, reductionKind } from '../reduction'
import { definePairLoss } from './define-pair-loss'
import { type ElementWeightOptions, weighted } from './element-weight'
import { huber, huberSlope } from './huber'
import { pairOfNumbers } from './pair-of-numbers'

const applyHuber = definePairLoss<number>({
  name: 'huberLoss',
  value: (x, target, delta) => huber(x.sub(target), delta),
  byInput: (grad, x, target, delta) => grad.mul(huberSlope(x.sub(target), delta)),
})

export interface HuberLossOptions extends ElementWeightOptions {
  /** The size of difference, above 0, from which the loss is linear. Default 1. */
  delta?: number
}

const takesHuberLoss = signature(
  'huberLoss',
  { input: kinds.tensor, target: kinds.tensor },
  { reduction: reductionKind, delta: kinds.number, weight: tensorOrNull },
)

/**
 * Half the squared difference of input and target where it is small, a multiple of its size where it is large: `mseLoss`
 * that outliers do not dominate.
 *
 * $$ \ell = \frac{1}{n} \sum_i \begin{cases} \frac{1}{2} (x_i - t_i)^2 & |x_i - t_i| \le \delta \\
 *    \delta (|x_i - t_i| - \frac{1}{2} \delta) & \text{otherwise} \end{cases} $$
 *
 * @param input what was predicted, any shape
 * @param target what it should be, the same shape; other shapes broadcast with a warning
 * @throws RangeError for a `delta` that is not above 0.
 * @throws ShapeError where the shapes do not broadcast, and for a weight that has not the shape of the input.
 * @throws DTypeError where neither is floating point.
 * @example
 * functional.huberLoss(tensor([0.5, 2]), zeros([2])) // tensor(0.8125)
 * @see torch.nn.functional.huber_loss
 */
export function huberLoss(
  input: Tensor,
  target: Tensor,
  ...args: Args<HuberLossOptions, ['reduction', 'delta', 'weight']>
): Tensor {
  const { delta = 1, weight = null, reduction = 'mean' } = takesHuberLoss([input, target], args)
  checkReduction('huberLoss', reduction)
  if (!(delta > 0)) throw new RangeError(`huberLoss: delta must be above 0, got ${delta}`)
  const [x, t] = pairOfNumbers('huberLoss', input, target)
  if (weight === null) return applyHuber(x, t, delta, reduction)
  return reduced(weighted('huberLoss', applyHuber(x, t, delta, 'none'), input, weight), reduction)
}
