import type { SoftmaxOptions, Tensor } from '@nn/tensor'
import { softmax } from '../softmax'

/**
 * Makes probabilities of the elements along a dimension, the smallest getting the most.
 *
 * $$ \text{softmin}(x_i) = \frac{e^{-x_i}}{\sum_j e^{-x_j}} $$
 *
 * @param dim the dimension along which the classes lie
 * @param options `dtype`: convert the input first
 * @throws IndexError for a dimension that the input does not have.
 * @throws DTypeError for integers, unless a `dtype` is given.
 * @example
 * functional.softmin(zeros([1, 2]), 1) // tensor([[0.5000, 0.5000]])
 * @see torch.nn.functional.softmin
 */
export function softmin(input: Tensor, dim: number, options: Omit<SoftmaxOptions, 'dim'> = {}): Tensor {
  return softmax(input.neg(), dim, options)
}
