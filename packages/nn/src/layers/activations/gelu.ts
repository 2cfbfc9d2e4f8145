import type { Tensor } from '@nn/tensor'
import { type GeluOptions, gelu } from '../../functional/activations/gelu'
import { Module } from '../../module/module'

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

  constructor({ approximate = 'none' }: GeluOptions = {}) {
    super()
    this.approximate = approximate
  }

  forward(input: Tensor): Tensor {
    return gelu(input, { approximate: this.approximate })
  }

  override extraRepr(): string {
    return `approximate='${this.approximate}'`
  }
}
