import type { Tensor } from '@nn/tensor'
import { hardswish } from '../../functional/activations/hardswish'
import { checkInput } from '../check-input'
import { InplaceLayer } from './inplace-layer'

/**
 * Weighs every element by its `Hardsigmoid`.
 *
 * $$ \text{Hardswish}(x) = x \, \frac{\min(\max(x + 3, 0), 6)}{6} $$
 *
 * @param options `inplace`: change the input itself, default false
 * @example
 * new Hardswish().forward(tensor([-0.5, 4])) // tensor([-0.2083,  4.0000])
 * @see torch.nn.Hardswish
 */
export class Hardswish extends InplaceLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return hardswish(input, { inplace: this.inplace })
  }

  /** PyTorch prints nothing of this one. */
  override extraRepr(): string {
    return ''
  }
}
