import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { checkNotBool } from '../check-not-bool'
import { tensorOrNull } from '../kinds'
import { checkReduction, reduced, reductionKind } from '../reduction'
import { broadcastPair } from './broadcast-pair'
import { checkSomeFloatingPoint } from './check-some-floating-point'
import { type ElementWeightOptions, reducedByWeight, weighted } from './element-weight'

const takesL1Loss = signature(
  'l1Loss',
  { input: kinds.tensor, target: kinds.tensor },
  {},
  { reduction: reductionKind, weight: tensorOrNull },
)

/**
 * The size of the difference of input and target. They should have the same shape; where they do not, they broadcast
 * with a warning.
 *
 * $$ \ell = \frac{1}{n} \sum_i |x_i - t_i| $$
 *
 * With weights, the mean divides by their sum.
 *
 * @param input what was predicted, any shape
 * @param target what it should be, the same shape
 * @throws ShapeError where the shapes do not broadcast, and for a weight that has not the shape of the input.
 * @throws DTypeError for the mean of integers, and for booleans.
 * @example
 * functional.l1Loss(tensor([0.5, 1.5]), zeros([2])) // tensor(1.)
 * @see torch.nn.functional.l1_loss
 */
export function l1Loss(input: Tensor, target: Tensor, ...args: Args<ElementWeightOptions>): Tensor {
  const { weight = null, reduction = 'mean' } = takesL1Loss([input, target], args)
  checkReduction('l1Loss', reduction)
  checkNotBool('l1Loss', input, target)
  if (reduction === 'mean') checkSomeFloatingPoint('l1Loss', input, target)
  const [x, t] = broadcastPair('l1Loss', input, target)
  const losses = x.sub(t).abs()
  if (weight === null) return reduced(losses, reduction)
  return reducedByWeight(weighted('l1Loss', losses, input, weight), weight, reduction)
}
