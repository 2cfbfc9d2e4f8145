import type { Tensor } from '@nn/tensor'
import { relu } from '../../functional/relu'
import { checkInput } from '../check-input'
import { InplaceLayer } from './inplace-layer'

/**
 * Negative elements become 0.
 *
 * $$ \text{ReLU}(x) = \max(0, x) $$
 *
 * @param options `inplace`: change the input itself, default false
 * @example
 * new ReLU().forward(tensor([-1.5, 2.0])) // tensor([0., 2.])
 * @see torch.nn.ReLU
 */
export class ReLU extends InplaceLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return relu(input, { inplace: this.inplace })
  }
}
