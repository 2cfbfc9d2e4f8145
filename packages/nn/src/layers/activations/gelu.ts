import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { type GeluOptions, gelu } from '../../functional/activations/gelu'
import { Module } from '../../module/module'
import { checkInput } from '../check-input'

const takesGELU = signature('GELU', {}, { approximate: kinds.oneOf('none', 'tanh') })

/**
 * Weighs every element by the share of a normal distribution that lies below it.
 *
 * $$ \text{GELU}(x) = x \, \Phi(x) $$
 *
 * @param options `approximate`: `'tanh'` computes it by a formula with tanh, default `'none'`
 * @example
 * new GELU().forward(tensor([-0.5, 0.5])) // tensor([-0.1543,  0.3457])
 * @see torch.nn.GELU
 */
export class GELU extends Module {
  readonly approximate: 'none' | 'tanh'

  constructor(...args: Args<GeluOptions, ['approximate']>) {
    super()
    this.approximate = takesGELU([], args, this.getName()).approximate ?? 'none'
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return gelu(input, { approximate: this.approximate })
  }

  override extraRepr(): string {
    return `approximate='${this.approximate}'`
  }
}
