import type { Tensor } from '@nn/tensor'
import { softplus } from '../../functional/activations/softplus'
import { Module } from '../../module/module'
import { pythonFloat } from '../../module/python-literal'

/**
 * A smooth `ReLU`.
 *
 * $$ \text{Softplus}(x) = \frac{1}{\beta} \ln(1 + e^{\beta x}) $$
 *
 * @param beta how sharp the bend at 0 is
 * @param threshold where beta · x is above, the result is x itself
 * @example
 * new Softplus().forward(zeros([1])) // tensor([0.6931])
 * @see torch.nn.Softplus
 */
export class Softplus extends Module {
  readonly beta: number
  readonly threshold: number

  constructor(beta = 1, threshold = 20) {
    super()
    this.beta = beta
    this.threshold = threshold
  }

  forward(input: Tensor): Tensor {
    return softplus(input, { beta: this.beta, threshold: this.threshold })
  }

  override extraRepr(): string {
    return `beta=${pythonFloat(this.beta)}, threshold=${pythonFloat(this.threshold)}`
  }
}
