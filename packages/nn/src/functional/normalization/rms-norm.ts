import { type Args, kinds, type Shape, ShapeError, sameShape, showShape, signature, type Tensor } from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { numberOrNull, tensorOrNull } from '../kinds'

/** The distance from 1 to the next number. */
const machineEpsilon = { float32: 2 ** -23, float64: 2 ** -52 } as const

export interface RMSNormOptions {
  /** What each element is multiplied by, in the normalised shape. */
  weight?: Tensor | null
  /** What is added to the mean square, so that it is not 0. Default: the distance from 1 to the dtype's next number. */
  eps?: number | null
}

const takesRmsNorm = signature(
  'rmsNorm',
  { input: kinds.tensor, normalizedShape: kinds.integers },
  { weight: tensorOrNull, eps: numberOrNull },
)

/**
 * Divides the last dimensions together by their root mean square.
 *
 * $$ y = \frac{x}{\sqrt{\mathrm{E}[x^2] + \epsilon}} \, w $$
 *
 * @param input shape [..., *normalizedShape]
 * @param normalizedShape the sizes of the last dimensions
 * @throws ShapeError where the input does not end with that shape, and for a weight of another.
 * @throws DTypeError for integers.
 * @example
 * functional.rmsNorm(tensor([[1.5, 10.5]]), [2]) // tensor([[0.2000, 1.4000]])
 * @see torch.nn.functional.rms_norm
 */
export function rmsNorm(
  input: Tensor,
  normalizedShape: Shape,
  ...args: Args<RMSNormOptions, ['weight', 'eps']>
): Tensor {
  const { weight = null, eps = null } = takesRmsNorm([input, normalizedShape], args)
  checkFloatingPoint('rmsNorm', input)
  const lead = input.ndim - normalizedShape.length
  if (normalizedShape.length === 0 || lead < 0 || !sameShape(input.shape.slice(lead), normalizedShape)) {
    throw new ShapeError(
      `rmsNorm: an input ${showShape(input.shape)} does not end with the normalised shape ${showShape(normalizedShape)}`,
    )
  }
  if (weight !== null && !sameShape(weight.shape, normalizedShape)) {
    throw new ShapeError(
      `rmsNorm: weight must have shape ${showShape(normalizedShape)}, got ${showShape(weight.shape)}`,
    )
  }
  const dims = normalizedShape.map((_, i) => lead + i)
  const epsilon = eps ?? machineEpsilon[input.dtype === 'float64' ? 'float64' : 'float32']
  const normalized = input.mul(input.square().mean(dims, { keepdim: true }).add(epsilon).rsqrt())
  return weight === null ? normalized : normalized.mul(weight)
}
