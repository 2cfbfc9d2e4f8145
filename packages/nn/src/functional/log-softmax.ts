import type { SoftmaxOptions, Tensor } from '@nn/tensor'

/**
 * The logarithms of the probabilities that `softmax` gives, computed without losing small ones.
 *
 * $$ \text{logSoftmax}(x_i) = x_i - \log \sum_j e^{x_j} $$
 *
 * @param dim the dimension along which the classes lie
 * @param options `dtype`: convert the input first
 * @throws IndexError for a dimension that the input does not have.
 * @throws DTypeError for integers, unless a `dtype` is given.
 * @example
 * functional.logSoftmax(zeros([1, 2]), 1) // tensor([[-0.6931, -0.6931]])
 * @see torch.nn.functional.log_softmax
 */
export function logSoftmax(input: Tensor, dim: number, options: Omit<SoftmaxOptions, 'dim'> = {}): Tensor {
  return input.logSoftmax(dim, options)
}
