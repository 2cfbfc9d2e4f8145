import type { Tensor } from '@nn/tensor'
import { glu } from '../../functional/activations/glu'
import { Module } from '../../module/module'

/**
 * The first half of a dimension, weighed by the sigmoid of the second half.
 *
 * $$ \text{GLU}(a, b) = a \, \sigma(b) $$
 *
 * @param dim the dimension that is halved; its size must be even
 * @example
 * new GLU().forward(tensor([4.5, 0])) // tensor([2.2500])
 * @see torch.nn.GLU
 */
export class GLU extends Module {
  readonly dim: number

  constructor(dim = -1) {
    super()
    this.dim = dim
  }

  forward(input: Tensor): Tensor {
    return glu(input, this.dim)
  }

  override extraRepr(): string {
    return `dim=${this.dim}`
  }
}
