import type { Tensor } from '@nn/tensor'
import { silu } from '../../functional/activations/silu'
import { InplaceLayer } from './inplace-layer'

/**
 * Weighs every element by its sigmoid; also called swish.
 *
 * $$ \text{SiLU}(x) = x \, \sigma(x) $$
 *
 * @param options `inplace`: change the input itself, default false
 * @example
 * new SiLU().forward(tensor([-1.0, 1.0])) // tensor([-0.2689, 0.7311])
 * @see torch.nn.SiLU
 */
export class SiLU extends InplaceLayer {
  forward(input: Tensor): Tensor {
    return silu(input, { inplace: this.inplace })
  }
}
