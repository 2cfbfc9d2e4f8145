import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { softshrink } from '../../functional/activations/softshrink'
import { Module } from '../../module/module'
import { pythonFloat } from '../../module/python-literal'
import { checkInput } from '../check-input'

export interface SoftshrinkOptions {
  /** λ, up to where elements are small. Default 0.5. */
  lambd?: number
}

const takesSoftshrink = signature('Softshrink', {}, { lambd: kinds.number })

/**
 * Brings every element nearer to 0, the small ones to 0.
 *
 * $$ \text{Softshrink}(x) = \text{sign}(x) \max(|x| - \lambda, 0) $$
 *
 * @param lambd λ, up to where elements are small
 * @example
 * new Softshrink().forward(tensor([-1, 0.25])) // tensor([-0.5000,  0.0000])
 * @see torch.nn.Softshrink
 */
export class Softshrink extends Module {
  readonly lambd: number

  constructor(...args: Args<SoftshrinkOptions, ['lambd']>) {
    super()
    const { lambd = 0.5 } = takesSoftshrink([], args, this.getName())
    this.lambd = lambd
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return softshrink(input, { lambd: this.lambd })
  }

  override extraRepr(): string {
    return pythonFloat(this.lambd)
  }
}
