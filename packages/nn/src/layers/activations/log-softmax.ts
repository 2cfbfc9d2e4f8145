import type { Tensor } from '@nn/tensor'
import { checkInput } from '../check-input'
import { SoftmaxLayer } from './softmax-layer'

/**
 * The logarithms of the probabilities that `Softmax` gives, computed without losing small ones.
 *
 * $$ \text{LogSoftmax}(x_i) = x_i - \log \sum_j e^{x_j} $$
 *
 * @param dim the dimension along which the classes lie
 * @throws IndexError in `forward`, for a dimension that the input does not have.
 * @example
 * new LogSoftmax({ dim: 1 }).forward(zeros([1, 2])) // tensor([[-0.6931, -0.6931]])
 * @see torch.nn.LogSoftmax
 */
export class LogSoftmax extends SoftmaxLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return input.logSoftmax(this.dim)
  }
}
