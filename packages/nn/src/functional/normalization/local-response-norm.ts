import { type Args, DTypeError, kinds, numelOf, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'
import { pad } from '../padding/pad'
import { avgPool2d } from '../pooling/avg-pool2d'

export interface LocalResponseNormOptions {
  /** How much the neighbours count. Default 1e-4. */
  alpha?: number
  /** The exponent. Default 0.75. */
  beta?: number
  /** What is added before the power. Default 1. */
  k?: number
}

const takesLocalResponseNorm = signature(
  'localResponseNorm',
  { input: kinds.tensor, size: kinds.integer },
  { alpha: kinds.number, beta: kinds.number, k: kinds.number },
)

/**
 * Divides each channel by a measure of its neighbouring channels, so that strong ones weaken those beside them.
 *
 * $$ y_c = x_c \Big( k + \frac{\alpha}{n} \sum_{c' = c - n/2}^{c + (n - 1)/2} x_{c'}^2 \Big)^{-\beta} $$
 *
 * @param input shape [N, C, ...] with at least one more dimension
 * @param size n, the number of channels that count
 * @throws ShapeError for fewer than 3 dimensions.
 * @throws RangeError for a size that is no positive integer.
 * @throws DTypeError for integers other than int64.
 * @example
 * functional.localResponseNorm(ones([1, 2, 1]), 2, { alpha: 3, beta: 1 }) // tensor([[[0.4000], [0.2500]]])
 * @see torch.nn.functional.local_response_norm
 */
export function localResponseNorm(
  input: Tensor,
  size: number,
  ...args: Args<LocalResponseNormOptions, ['alpha', 'beta', 'k']>
): Tensor {
  const { alpha = 1e-4, beta = 0.75, k = 1 } = takesLocalResponseNorm([input, size], args)
  const { shape } = input
  if (input.ndim < 3) {
    throw new ShapeError(`localResponseNorm: the input must have at least 3 dimensions, got ${showShape(shape)}`)
  }
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`localResponseNorm: size must be a positive integer, got ${size}`)
  }
  if (!input.isFloatingPoint() && input.dtype !== 'int64') {
    throw new DTypeError(`localResponseNorm: needs a floating-point or int64 tensor, got ${input.dtype}`)
  }
  if (input.numel() === 0) return input
  // Channels as the rows of an image, over which a window of `size` rows slides.
  const squares = input.square().reshape([shape[0] as number, 1, shape[1] as number, numelOf(shape.slice(2))])
  const padded = pad(squares, [0, 0, Math.floor(size / 2), Math.floor((size - 1) / 2)])
  const means = avgPool2d(padded, [size, 1], { stride: 1 }).reshape(shape)
  return input.div(means.mul(alpha).add(k).pow(beta))
}
