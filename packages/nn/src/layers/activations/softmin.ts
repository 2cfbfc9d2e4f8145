import type { Tensor } from '@nn/tensor'
import { softmin } from '../../functional/activations/softmin'
import { checkInput } from '../check-input'
import { SoftmaxLayer } from './softmax-layer'

/**
 * Makes probabilities of the elements along a dimension, the smallest getting the most.
 *
 * $$ \text{Softmin}(x_i) = \frac{e^{-x_i}}{\sum_j e^{-x_j}} $$
 *
 * @param dim the dimension along which the classes lie
 * @throws IndexError in `forward`, for a dimension that the input does not have.
 * @example
 * new Softmin({ dim: 1 }).forward(zeros([1, 2])) // tensor([[0.5000, 0.5000]])
 * @see torch.nn.Softmin
 */
export class Softmin extends SoftmaxLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return softmin(input, this.dim)
  }
}
