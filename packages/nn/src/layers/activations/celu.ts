import type { Tensor } from '@nn/tensor'
import { celu } from '../../functional/activations/celu'
import { pythonFloat } from '../../module/python-literal'
import { InplaceLayer, type InplaceLayerOptions } from './inplace-layer'

/**
 * The `ELU` whose slope at 0 is 1 for every alpha.
 *
 * $$ \text{CELU}(x) = \max(0, x) + \min(0, \alpha (e^{x / \alpha} - 1)) $$
 *
 * @param alpha how far below 0 it goes
 * @param options `inplace`: change the input itself, default false
 * @example
 * new CELU().forward(tensor([-0.5, 2])) // tensor([-0.3935,  2.0000])
 * @see torch.nn.CELU
 */
export class CELU extends InplaceLayer {
  readonly alpha: number

  constructor(alpha = 1, options: InplaceLayerOptions = {}) {
    super(options)
    this.alpha = alpha
  }

  forward(input: Tensor): Tensor {
    return celu(input, { alpha: this.alpha, inplace: this.inplace })
  }

  protected override settings(): string[] {
    return [`alpha=${pythonFloat(this.alpha)}`]
  }
}
