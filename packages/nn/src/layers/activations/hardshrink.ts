import type { Tensor } from '@nn/tensor'
import { hardshrink } from '../../functional/activations/hardshrink'
import { Module } from '../../module/module'
import { pythonFloat } from '../../module/python-literal'

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

  constructor(lambd = 0.5) {
    super()
    this.lambd = lambd
  }

  forward(input: Tensor): Tensor {
    return hardshrink(input, { lambd: this.lambd })
  }

  override extraRepr(): string {
    return pythonFloat(this.lambd)
  }
}
