import type { Tensor } from '@nn/tensor'
import { relu6 } from '../../functional/activations/relu6'
import { checkInput } from '../check-input'
import { InplaceLayer } from './inplace-layer'

/**
 * Negative elements become 0, those above 6 become 6.
 *
 * $$ \text{ReLU6}(x) = \min(\max(0, x), 6) $$
 *
 * @param options `inplace`: change the input itself, default false
 * @example
 * new ReLU6().forward(tensor([-0.5, 8])) // tensor([0., 6.])
 * @see torch.nn.ReLU6
 */
export class ReLU6 extends InplaceLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return relu6(input, { inplace: this.inplace })
  }
}
