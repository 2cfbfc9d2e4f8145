import type { Tensor } from '@nn/tensor'
import { rrelu } from '../../functional/activations/rrelu'
import { pythonFloat } from '../../module/python-literal'
import { InplaceLayer, type InplaceLayerOptions } from './inplace-layer'

/**
 * Makes negative elements small: while it trains by factors that are drawn for each of them, after `eval()` by the mean of
 * the bounds.
 *
 * $$ \text{RReLU}(x) = \max(0, x) + a \min(0, x), \quad a \sim U(\text{lower}, \text{upper}) $$
 *
 * @param lower the smallest factor
 * @param upper the largest factor
 * @param options `inplace`: change the input itself, default false
 * @throws RangeError in `forward`, where the lower bound is above the upper one.
 * @example
 * new RReLU(0.1, 0.3).eval().forward(tensor([-0.5, 2])) // tensor([-0.1000,  2.0000])
 * @see torch.nn.RReLU
 */
export class RReLU extends InplaceLayer {
  readonly lower: number
  readonly upper: number

  constructor(lower: number = 1 / 8, upper: number = 1 / 3, options: InplaceLayerOptions = {}) {
    super(options)
    this.lower = lower
    this.upper = upper
  }

  forward(input: Tensor): Tensor {
    const { lower, upper, training, inplace } = this
    return rrelu(input, { lower, upper, training, inplace })
  }

  protected override settings(): string[] {
    return [`lower=${pythonFloat(this.lower)}`, `upper=${pythonFloat(this.upper)}`]
  }
}
