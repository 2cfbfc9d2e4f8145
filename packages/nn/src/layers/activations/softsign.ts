import type { Tensor } from '@nn/tensor'
import { softsign } from '../../functional/activations/softsign'
import { checkInput } from '../check-input'
import { PlainLayer } from './plain-layer'

/**
 * Brings every element between -1 and 1, slower than `Tanh`.
 *
 * $$ \text{Softsign}(x) = \frac{x}{1 + |x|} $$
 *
 * @example
 * new Softsign().forward(tensor([1, -3])) // tensor([ 0.5000, -0.7500])
 * @see torch.nn.Softsign
 */
export class Softsign extends PlainLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return softsign(input)
  }
}
