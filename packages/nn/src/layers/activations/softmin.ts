import type { Tensor } from '@nn/tensor'
import { softmin } from '../../functional/activations/softmin'
import { Module } from '../../module/module'

/**
 * Makes probabilities of the elements along a dimension, the smallest getting the most.
 *
 * $$ \text{Softmin}(x_i) = \frac{e^{-x_i}}{\sum_j e^{-x_j}} $$
 *
 * @param options `dim`: the dimension along which the classes lie
 * @throws IndexError in `forward`, for a dimension that the input does not have.
 * @example
 * new Softmin({ dim: 1 }).forward(zeros([1, 2])) // tensor([[0.5000, 0.5000]])
 * @see torch.nn.Softmin
 */
export class Softmin extends Module {
  readonly dim: number

  constructor({ dim }: { dim: number }) {
    super()
    this.dim = dim
  }

  forward(input: Tensor): Tensor {
    return softmin(input, this.dim)
  }

  override extraRepr(): string {
    return `dim=${this.dim}`
  }
}
