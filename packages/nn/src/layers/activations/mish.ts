import type { Tensor } from '@nn/tensor'
import { mish } from '../../functional/activations/mish'
import { checkInput } from '../check-input'
import { InplaceLayer } from './inplace-layer'

/**
 * Weighs every element by the hyperbolic tangent of its `Softplus`.
 *
 * $$ \text{Mish}(x) = x \tanh(\ln(1 + e^x)) $$
 *
 * @param options `inplace`: change the input itself, default false
 * @example
 * new Mish().forward(tensor([-0.5, 0.5])) // tensor([-0.2207,  0.3752])
 * @see torch.nn.Mish
 */
export class Mish extends InplaceLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return mish(input, { inplace: this.inplace })
  }
}
