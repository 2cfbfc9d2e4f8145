import type { Tensor } from '@nn/tensor'
import { checkInput } from '../check-input'
import { SoftmaxLayer } from './softmax-layer'

/**
 * Makes probabilities of the elements along a dimension: positive, and 1 in sum.
 *
 * $$ \text{Softmax}(x_i) = \frac{e^{x_i}}{\sum_j e^{x_j}} $$
 *
 * @param dim the dimension along which the classes lie
 * @throws IndexError in `forward`, for a dimension that the input does not have.
 * @example
 * new Softmax({ dim: 1 }).forward(zeros([1, 2])) // tensor([[0.5000, 0.5000]])
 * @see torch.nn.Softmax
 */
export class Softmax extends SoftmaxLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return input.softmax(this.dim)
  }
}
