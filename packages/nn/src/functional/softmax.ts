import type { SoftmaxOptions, Tensor } from '@nn/tensor'

/**
 * Makes probabilities of the elements along a dimension.
 *
 * $$ \text{softmax}(x_i) = \frac{e^{x_i}}{\sum_j e^{x_j}} $$
 *
 * @param dim the dimension along which the classes lie
 * @param options `dtype`: convert the input first
 * @throws IndexError for a dimension that the input does not have.
 * @throws DTypeError for integers, unless a `dtype` is given.
 * @example
 * functional.softmax(zeros([1, 2]), 1) // tensor([[0.5000, 0.5000]])
 * @see torch.nn.functional.softmax
 */
export function softmax(input: Tensor, dim: number, options: Omit<SoftmaxOptions, 'dim'> = {}): Tensor {
  return input.softmax(dim, options)
}
