import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { leakyRelu } from '../../functional/activations/leaky-relu'
import { pythonFloat } from '../../module/python-literal'
import { checkInput } from '../check-input'
import { InplaceLayer, type InplaceLayerOptions } from './inplace-layer'

export interface LeakyReLUOptions extends InplaceLayerOptions {
  /** What negative elements are multiplied by. Default 0.01. */
  negativeSlope?: number
}

const takesLeakyReLU = signature('LeakyReLU', {}, { negativeSlope: kinds.number, inplace: kinds.boolean })

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

  constructor(...args: Args<LeakyReLUOptions, ['negativeSlope', 'inplace']>) {
    const { negativeSlope = 0.01, inplace = false } = takesLeakyReLU([], args, new.target.name)
    super(inplace)
    this.negativeSlope = negativeSlope
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return leakyRelu(input, { negativeSlope: this.negativeSlope, inplace: this.inplace })
  }

  protected override settings(): string[] {
    return [`negative_slope=${pythonFloat(this.negativeSlope)}`]
  }
}
