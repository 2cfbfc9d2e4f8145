import type { Tensor } from '@nn/tensor'
import { tanhshrink } from '../../functional/activations/tanhshrink'
import { checkInput } from '../check-input'
import { PlainLayer } from './plain-layer'

/**
 * What `Tanh` takes away.
 *
 * $$ \text{Tanhshrink}(x) = x - \tanh(x) $$
 *
 * @example
 * new Tanhshrink().forward(tensor([1])) // tensor([0.2384])
 * @see torch.nn.Tanhshrink
 */
export class Tanhshrink extends PlainLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return tanhshrink(input)
  }
}
