import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { celu } from '../../functional/activations/celu'
import { pythonFloat } from '../../module/python-literal'
import { checkInput } from '../check-input'
import { InplaceLayer, type InplaceLayerOptions } from './inplace-layer'

export interface CELUOptions extends InplaceLayerOptions {
  /** How far below 0 it goes. Default 1. */
  alpha?: number
}

const takesCELU = signature('CELU', {}, { alpha: kinds.number, inplace: kinds.boolean })

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

  constructor(...args: Args<CELUOptions, ['alpha', 'inplace']>) {
    const { alpha = 1, inplace = false } = takesCELU([], args, new.target.name)
    super(inplace)
    this.alpha = alpha
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return celu(input, { alpha: this.alpha, inplace: this.inplace })
  }

  protected override settings(): string[] {
    return [`alpha=${pythonFloat(this.alpha)}`]
  }
}
