import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { elu } from '../../functional/activations/elu'
import { pythonFloat } from '../../module/python-literal'
import { checkInput } from '../check-input'
import { InplaceLayer, type InplaceLayerOptions } from './inplace-layer'

export interface ELUOptions extends InplaceLayerOptions {
  /** How far below 0 it goes. Default 1. */
  alpha?: number
}

const takesELU = signature('ELU', {}, { alpha: kinds.number, inplace: kinds.boolean })

/**
 * Lets negative elements run out into -alpha.
 *
 * $$ \text{ELU}(x) = \max(0, x) + \min(0, \alpha (e^x - 1)) $$
 *
 * @param alpha how far below 0 it goes
 * @param options `inplace`: change the input itself, default false
 * @example
 * new ELU().forward(tensor([-0.5, 2])) // tensor([-0.3935,  2.0000])
 * @see torch.nn.ELU
 */
export class ELU extends InplaceLayer {
  readonly alpha: number

  constructor(...args: Args<ELUOptions, ['alpha', 'inplace']>) {
    const { alpha = 1, inplace = false } = takesELU([], args, new.target.name)
    super(inplace)
    this.alpha = alpha
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return elu(input, { alpha: this.alpha, inplace: this.inplace })
  }

  protected override settings(): string[] {
    return [`alpha=${pythonFloat(this.alpha)}`]
  }
}
