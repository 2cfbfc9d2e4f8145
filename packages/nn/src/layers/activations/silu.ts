import type { Tensor } from '@nn/tensor'
import { silu } from '../../functional/activations/silu'
import { checkInput } from '../check-input'
import { InplaceLayer } from './inplace-layer'

/**
 * Weighs every element by its sigmoid; also called swish.
 *
 * $$ \text{SiLU}(x) = x \, \sigma(x) $$
 *
 * @param options `inplace`: change the input itself, default false
 * @example
 * new SiLU().forward(tensor([-0.5, 0.5])) // tensor([-0.1888,  0.3112])
 * @see torch.nn.SiLU
 */
export class SiLU extends InplaceLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return silu(input, { inplace: this.inplace })
  }
}
