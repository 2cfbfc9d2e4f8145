import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { softplus } from '../../functional/activations/softplus'
import { Module } from '../../module/module'
import { pythonFloat } from '../../module/python-literal'
import { checkInput } from '../check-input'

export interface SoftplusOptions {
  /** How sharp the bend at 0 is. Default 1. */
  beta?: number
  /** Where beta · x is above, the result is x itself. Default 20. */
  threshold?: number
}

const takesSoftplus = signature('Softplus', {}, { beta: kinds.number, threshold: kinds.number })

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

  constructor(...args: Args<SoftplusOptions, ['beta', 'threshold']>) {
    super()
    const { beta = 1, threshold = 20 } = takesSoftplus([], args, this.getName())
    this.beta = beta
    this.threshold = threshold
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return softplus(input, { beta: this.beta, threshold: this.threshold })
  }

  override extraRepr(): string {
    return `beta=${pythonFloat(this.beta)}, threshold=${pythonFloat(this.threshold)}`
  }
}
