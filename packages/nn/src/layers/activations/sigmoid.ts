import type { Tensor } from '@nn/tensor'
import { checkInput } from '../check-input'
import { PlainLayer } from './plain-layer'

/**
 * Brings every element between 0 and 1.
 *
 * $$ \sigma(x) = \frac{1}{1 + e^{-x}} $$
 *
 * @example
 * new Sigmoid().forward(zeros([1])) // tensor([0.5000])
 * @see torch.nn.Sigmoid
 */
export class Sigmoid extends PlainLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return input.sigmoid()
  }
}
