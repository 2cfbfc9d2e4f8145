import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { rrelu } from '../../functional/activations/rrelu'
import { pythonFloat } from '../../module/python-literal'
import { checkInput } from '../check-input'
import { InplaceLayer, type InplaceLayerOptions } from './inplace-layer'

export interface RReLUOptions extends InplaceLayerOptions {
  /** The smallest factor. Default 1/8. */
  lower?: number
  /** The largest factor. Default 1/3. */
  upper?: number
}

const takesRReLU = signature('RReLU', {}, { lower: kinds.number, upper: kinds.number, inplace: kinds.boolean })

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

  constructor(...args: Args<RReLUOptions, ['lower', 'upper', 'inplace']>) {
    const { lower = 1 / 8, upper = 1 / 3, inplace = false } = takesRReLU([], args, new.target.name)
    super(inplace)
    this.lower = lower
    this.upper = upper
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const { lower, upper, training, inplace } = this
    return rrelu(input, { lower, upper, training, inplace })
  }

  protected override settings(): string[] {
    return [`lower=${pythonFloat(this.lower)}`, `upper=${pythonFloat(this.upper)}`]
  }
}
