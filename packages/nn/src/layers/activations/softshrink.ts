import type { Tensor } from '@nn/tensor'
import { softshrink } from '../../functional/activations/softshrink'
import { Module } from '../../module/module'
import { pythonFloat } from '../../module/python-literal'

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

  constructor(lambd = 0.5) {
    super()
    this.lambd = lambd
  }

  forward(input: Tensor): Tensor {
    return softshrink(input, { lambd: this.lambd })
  }

  override extraRepr(): string {
    return pythonFloat(this.lambd)
  }
}
