import type { Tensor } from '@nn/tensor'
import { hardsigmoid } from '../../functional/activations/hardsigmoid'
import { checkInput } from '../check-input'
import { InplaceLayer } from './inplace-layer'

/**
 * The sigmoid in three straight pieces.
 *
 * $$ \text{Hardsigmoid}(x) = \frac{\min(\max(x + 3, 0), 6)}{6} $$
 *
 * @param options `inplace`: change the input itself, default false
 * @example
 * new Hardsigmoid().forward(tensor([-3.5, 0])) // tensor([0.0000, 0.5000])
 * @see torch.nn.Hardsigmoid
 */
export class Hardsigmoid extends InplaceLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return hardsigmoid(input, { inplace: this.inplace })
  }

  /** PyTorch prints nothing of this one. */
  override extraRepr(): string {
    return ''
  }
}
