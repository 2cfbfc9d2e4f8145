import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { tensorOrNull } from '../kinds'
import { checkReduction, reductionKind } from '../reduction'
import { definePairLoss } from './define-pair-loss'
import { type ElementWeightOptions, reducedByWeight, weighted } from './element-weight'
import { pairOfNumbers } from './pair-of-numbers'

/** (x - t)², with the derivative 2 (x - t). */
const applyMse = definePairLoss<undefined>({
  name: 'mseLoss',
  value: (x, target) => x.sub(target).square(),
  byInput: (grad, x, target) => x.sub(target).mul(grad.mul(2)),
})

const takesMseLoss = signature(
  'mseLoss',
  { input: kinds.tensor, target: kinds.tensor },
  {},
  { reduction: reductionKind, weight: tensorOrNull },
)

/**
 * The squared difference of input and target. They should have the same shape; where they do not, they broadcast with a
 * warning.
 *
 * $$ \ell = \frac{1}{n} \sum_i (x_i - t_i)^2 $$
 *
 * With weights, the mean divides by their sum.
 *
 * @param input what was predicted, any shape
 * @param target what it should be, the same shape
 * @throws ShapeError where the shapes do not broadcast, and for a weight that has not the shape of the input.
 * @throws DTypeError where neither is floating point.
 * @example
 * functional.mseLoss(tensor([0.5, 1.5]), zeros([2])) // tensor(1.2500)
 * @see torch.nn.functional.mse_loss
 */
export function mseLoss(input: Tensor, target: Tensor, ...args: Args<ElementWeightOptions>): Tensor {
  const { weight = null, reduction = 'mean' } = takesMseLoss([input, target], args)
  checkReduction('mseLoss', reduction)
  const [x, t] = pairOfNumbers('mseLoss', input, target)
  if (weight === null) return applyMse(x, t, undefined, reduction)
  return reducedByWeight(weighted('mseLoss', applyMse(x, t, undefined, 'none'), input, weight), weight, reduction)
}
