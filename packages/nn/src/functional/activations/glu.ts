import {
  type Args,
  DTypeError,
  kinds,
  nameStep,
  normalizeDim,
  ShapeError,
  showShape,
  signature,
  type Tensor,
} from '@nn/tensor'

export interface GluOptions {
  /** The dimension that is halved; its size must be even. Default -1. */
  dim?: number
}

const takesGlu = signature('glu', { input: kinds.tensor }, { dim: kinds.integer })

/**
 * The first half of a dimension, weighed by the `sigmoid` of the second half.
 *
 * $$ \text{glu}(a, b) = a \, \sigma(b) $$
 *
 * @throws ShapeError for an odd size, and for a 0-d input.
 * @throws IndexError for a dimension that the input does not have.
 * @throws DTypeError for integers.
 * @example
 * functional.glu(tensor([4.5, 0])) // tensor([2.2500])
 * @see torch.nn.functional.glu
 */
export function glu(input: Tensor, ...args: Args<GluOptions, ['dim']>): Tensor {
  const { dim = -1 } = takesGlu([input], args)
  if (!input.isFloatingPoint()) throw new DTypeError(`glu: needs a floating-point tensor, got ${input.dtype}`)
  if (input.ndim === 0) throw new ShapeError('glu: a 0-d tensor cannot be halved')
  const d = normalizeDim('glu', dim, input.ndim)
  const size = input.shape[d] as number
  if (size % 2 !== 0) throw new ShapeError(`glu: dimension ${d} of ${showShape(input.shape)} is not even`)
  const half = size / 2
  return nameStep('GluBackward0', input.narrow(d, 0, half).mul(input.narrow(d, half, half).sigmoid()))
}
