import { normalizeDim, type Tensor } from '@nn/tensor'
import { type SoftmaxArgs, takesSoftmax, toClasses } from './softmax'

/**
 * The logarithms of the probabilities that `softmax` gives, computed without losing small ones.
 *
 * $$ \text{logSoftmax}(x_i) = x_i - \log \sum_j e^{x_j} $$
 *
 * @throws IndexError for a dimension that the input does not have.
 * @throws DTypeError for integers, unless a `dtype` is given.
 * @example
 * functional.logSoftmax(zeros([1, 2]), 1) // tensor([[-0.6931, -0.6931]])
 * @see torch.nn.functional.log_softmax
 */
export function logSoftmax(input: Tensor, ...args: SoftmaxArgs): Tensor {
  const { dim, dtype } = takesSoftmax([input], args, 'logSoftmax')
  const x = toClasses('logSoftmax', input, dtype)
  return x.logSoftmax(normalizeDim('logSoftmax', dim, x.ndim))
}
