import type { Tensor } from '@nn/tensor'
import { logsigmoid } from '../../functional/activations/logsigmoid'
import { checkInput } from '../check-input'
import { PlainLayer } from './plain-layer'

/**
 * The logarithm of the sigmoid, computed without losing small values.
 *
 * $$ \text{LogSigmoid}(x) = \ln \frac{1}{1 + e^{-x}} $$
 *
 * @example
 * new LogSigmoid().forward(zeros([1])) // tensor([-0.6931])
 * @see torch.nn.LogSigmoid
 */
export class LogSigmoid extends PlainLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return logsigmoid(input)
  }
}
