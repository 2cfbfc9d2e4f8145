import type { Tensor } from '@nn/tensor'
import { selu } from '../../functional/activations/selu'
import { checkInput } from '../check-input'
import { InplaceLayer } from './inplace-layer'

/**
 * The scaled `ELU` that keeps the mean 0 and the variance 1 through many layers, with α = 1.6733 and λ = 1.0507.
 *
 * $$ \text{SELU}(x) = \lambda (\max(0, x) + \min(0, \alpha (e^x - 1))) $$
 *
 * @param options `inplace`: change the input itself, default false
 * @example
 * new SELU().forward(tensor([-0.5, 0.5])) // tensor([-0.6918,  0.5254])
 * @see torch.nn.SELU
 */
export class SELU extends InplaceLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return selu(input, { inplace: this.inplace })
  }
}
