import { DTypeError, normalizeDim, type Tensor } from '@nn/tensor'
import { type SoftmaxArgs, takesSoftmax, toClasses } from '../softmax'

/**
 * Makes probabilities of the elements along a dimension, the smallest getting the most.
 *
 * $$ \text{softmin}(x_i) = \frac{e^{-x_i}}{\sum_j e^{-x_j}} $$
 *
 * @throws IndexError for a dimension that the input does not have.
 * @throws DTypeError for integers, unless a `dtype` is given.
 * @example
 * functional.softmin(zeros([1, 2]), 1) // tensor([[0.5000, 0.5000]])
 * @see torch.nn.functional.softmin
 */
export function softmin(input: Tensor, ...args: SoftmaxArgs): Tensor {
  const { dim, dtype } = takesSoftmax([input], args, 'softmin')
  if (input.dtype === 'bool') throw new DTypeError('softmin: not defined for bool tensors')
  const x = toClasses('softmin', input.neg(), dtype)
  return x.softmax(normalizeDim('softmin', dim, x.ndim))
}
