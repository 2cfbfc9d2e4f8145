import type { Tensor } from '@nn/tensor'
import { leakyRelu } from '../../functional/activations/leaky-relu'
import { pythonFloat } from '../../module/python-literal'
import { InplaceLayer, type InplaceLayerOptions } from './inplace-layer'

/**
 * Makes negative elements small, so that they keep a gradient.
 *
 * $$ \text{LeakyReLU}(x) = \max(0, x) + a \min(0, x) $$
 *
 * @param negativeSlope a, what negative elements are multiplied by
 * @param options `inplace`: change the input itself, default false
 * @example
 * new LeakyReLU(0.1).forward(tensor([-1.5, 2.0])) // tensor([-0.1500, 2.0000])
 * @see torch.nn.LeakyReLU
 */
export class LeakyReLU extends InplaceLayer {
  readonly negativeSlope: number

  constructor(negativeSlope = 0.01, options: InplaceLayerOptions = {}) {
    super(options)
    this.negativeSlope = negativeSlope
  }

  forward(input: Tensor): Tensor {
    return leakyRelu(input, { negativeSlope: this.negativeSlope, inplace: this.inplace })
  }

  protected override settings(): string[] {
    return [`negative_slope=${pythonFloat(this.negativeSlope)}`]
  }
}
