import {
  type Args,
  broadcastShapes,
  fullLike,
  kinds,
  portableMath,
  ShapeError,
  sameShape,
  showShape,
  signature,
  type Tensor,
} from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { checkNotBool } from '../check-not-bool'
import { raisedTo } from '../raised-to'
import { checkReduction, type LossOptions, reduced, reductionKind } from '../reduction'

export interface GaussianNLLLossOptions extends LossOptions {
  /** Add the constant ½ ln 2π. Default false. */
  full?: boolean
  /** The least variance; smaller ones are raised to it. Default 1e-6. */
  eps?: number
}

const takesGaussianNllLoss = signature(
  'gaussianNllLoss',
  { input: kinds.tensor, target: kinds.tensor, var: kinds.either(kinds.tensor, kinds.number) },
  { full: kinds.boolean, eps: kinds.number, reduction: reductionKind },
)

/**
 * The negative log-likelihood of targets under normal distributions whose means and variances a network predicts.
 *
 * $$ \ell = \frac{1}{2} \left( \ln v + \frac{(x - t)^2}{v} \right) \, [+ \tfrac{1}{2} \ln 2 \pi] $$
 *
 * @param input means, any shape
 * @param target samples, of a shape that broadcasts with it
 * @param variance variances, of the same shape, with the size 1 in one dimension, or without the last one; or a number
 * @throws RangeError for a negative variance.
 * @throws ShapeError where the shapes do not belong together.
 * @throws DTypeError for integers.
 * @example
 * functional.gaussianNllLoss(zeros([1]), ones([1]), ones([1])) // tensor(0.5000)
 * @see torch.nn.functional.gaussian_nll_loss
 */
export function gaussianNllLoss(
  input: Tensor,
  target: Tensor,
  variance: Tensor | number,
  ...args: Args<GaussianNLLLossOptions, ['full', 'eps', 'reduction']>
): Tensor {
  const { full = false, eps = 1e-6, reduction = 'mean' } = takesGaussianNllLoss([input, target, variance], args)
  checkReduction('gaussianNllLoss', reduction)
  checkFloatingPoint('gaussianNllLoss', input)
  checkNotBool('gaussianNllLoss', target)
  const variances = typeof variance === 'number' ? fullLike(input, variance) : fitted(variance, input)
  checkVariances(variances)
  broadcastShapes('gaussianNllLoss', input.shape, target.shape)
  const v = raisedTo(variances, eps)
  const losses = v.log().add(input.sub(target).square().div(v)).mul(0.5)
  return reduced(full ? losses.add(0.5 * portableMath.log(2 * Math.PI)) : losses, reduction)
}

/** Variances in a shape that broadcasts to the input's. */
function fitted(variance: Tensor, { shape }: Tensor): Tensor {
  if (sameShape(variance.shape, shape)) return variance
  if (sameShape(variance.shape, shape.slice(0, -1))) return variance.unsqueeze(-1)
  const differing = variance.shape.filter((size, d) => size !== shape[d])
  if (variance.ndim === shape.length && differing.length === 1 && differing[0] === 1) return variance
  throw new ShapeError(
    `gaussianNllLoss: variance of shape ${showShape(variance.shape)} does not fit the input's ${showShape(shape)}`,
  )
}

function checkVariances(variances: Tensor): void {
  checkFloatingPoint('gaussianNllLoss', variances)
  const negative = variances.toTypedArray().find((v) => v < 0)
  if (negative !== undefined) throw new RangeError(`gaussianNllLoss: no variance can be negative, got ${negative}`)
}
