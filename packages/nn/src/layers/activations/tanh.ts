import type { Tensor } from '@nn/tensor'
import { checkInput } from '../check-input'
import { PlainLayer } from './plain-layer'

/**
 * Brings every element between -1 and 1.
 *
 * $$ \tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}} $$
 *
 * @example
 * new Tanh().forward(zeros([1])) // tensor([0.])
 * @see torch.nn.Tanh
 */
export class Tanh extends PlainLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return input.tanh()
  }
}
