import { type Args, type DType, kinds, normalizeDim, type Signature, signature, type Tensor } from '@nn/tensor'
import { checkFloatingPoint } from './check-floating-point'

export interface SoftmaxOptions {
  /** The dimension along which the classes lie. */
  dim: number
  /** Convert the input to this dtype first. */
  dtype?: DType
}

/** What follows the input in `softmax`, `softmin` and `logSoftmax`. */
export type SoftmaxArgs = Args<SoftmaxOptions, ['dim']>

export const takesSoftmax: Signature<SoftmaxOptions> = signature(
  'softmax',
  { input: kinds.tensor },
  { dim: kinds.required(kinds.integer) },
  { dtype: kinds.dtype },
)

/**
 * Makes probabilities of the elements along a dimension.
 *
 * $$ \text{softmax}(x_i) = \frac{e^{x_i}}{\sum_j e^{x_j}} $$
 *
 * @throws IndexError for a dimension that the input does not have.
 * @throws DTypeError for integers, unless a `dtype` is given.
 * @example
 * functional.softmax(zeros([1, 2]), 1) // tensor([[0.5000, 0.5000]])
 * @see torch.nn.functional.softmax
 */
export function softmax(input: Tensor, ...args: SoftmaxArgs): Tensor {
  const { dim, dtype } = takesSoftmax([input], args)
  const x = toClasses('softmax', input, dtype)
  return x.softmax(normalizeDim('softmax', dim, x.ndim))
}

/** The input in the dtype asked for, which must be floating point. */
export function toClasses(op: string, input: Tensor, dtype: DType | undefined): Tensor {
  const x = dtype === undefined ? input : input.to(dtype)
  checkFloatingPoint(op, x)
  return x
}
