import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { hardshrink } from '../../functional/activations/hardshrink'
import { Module } from '../../module/module'
import { pythonFloat } from '../../module/python-literal'
import { checkInput } from '../check-input'

export interface HardshrinkOptions {
  /** λ, up to where elements are small. Default 0.5. */
  lambd?: number
}

const takesHardshrink = signature('Hardshrink', {}, { lambd: kinds.number })

/**
 * Small elements become 0, the others stay.
 *
 * $$ \text{Hardshrink}(x) = \begin{cases} x & |x| > \lambda \\ 0 & \text{otherwise} \end{cases} $$
 *
 * @param lambd λ, up to where elements are small
 * @example
 * new Hardshrink().forward(tensor([-1, 0.25])) // tensor([-1.,  0.])
 * @see torch.nn.Hardshrink
 */
export class Hardshrink extends Module {
  readonly lambd: number

  constructor(...args: Args<HardshrinkOptions, ['lambd']>) {
    super()
    const { lambd = 0.5 } = takesHardshrink([], args, this.getName())
    this.lambd = lambd
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return hardshrink(input, { lambd: this.lambd })
  }

  override extraRepr(): string {
    return pythonFloat(this.lambd)
  }
}
