import type { Tensor } from '@nn/tensor'
import { Module } from '../../module/module'

/**
 * Makes probabilities of the elements along a dimension: positive, and 1 in sum.
 *
 * $$ \text{Softmax}(x_i) = \frac{e^{x_i}}{\sum_j e^{x_j}} $$
 *
 * @param options `dim`: the dimension along which the classes lie
 * @throws IndexError in `forward`, for a dimension that the input does not have.
 * @example
 * new Softmax({ dim: 1 }).forward(zeros([1, 2])) // tensor([[0.5000, 0.5000]])
 * @see torch.nn.Softmax
 */
export class Softmax extends Module {
  readonly dim: number

  constructor({ dim }: { dim: number }) {
    super()
    this.dim = dim
  }

  forward(input: Tensor): Tensor {
    return input.softmax(this.dim)
  }

  override extraRepr(): string {
    return `dim=${this.dim}`
  }
}
