import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { type LocalResponseNormOptions, localResponseNorm } from '../functional/normalization/index'
import { Module } from '../module/module'
import { pythonFloat } from '../module/python-literal'
import { checkInput } from './check-input'

const takesLocalResponseNorm = signature(
  'LocalResponseNorm',
  { size: kinds.integer },
  { alpha: kinds.number, beta: kinds.number, k: kinds.number },
)

/**
 * Divides each channel by a measure of its neighbouring channels, so that strong ones weaken those beside them.
 *
 * @param size the number of channels that count
 * @throws ShapeError in `forward`, for fewer than 3 dimensions.
 * @example
 * new LocalResponseNorm(2).forward(ones([8, 5, 24, 24])).shape // [8, 5, 24, 24]
 * @see torch.nn.LocalResponseNorm
 */
export class LocalResponseNorm extends Module {
  readonly size: number
  readonly alpha: number
  readonly beta: number
  readonly k: number

  constructor(size: number, ...args: Args<LocalResponseNormOptions, ['alpha', 'beta', 'k']>) {
    super()
    const { alpha = 1e-4, beta = 0.75, k = 1 } = takesLocalResponseNorm([size], args, this.getName())
    this.size = size
    this.alpha = alpha
    this.beta = beta
    this.k = k
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const { size, alpha, beta, k } = this
    return localResponseNorm(input, size, { alpha, beta, k })
  }

  override extraRepr(): string {
    const [alpha, beta, k] = [this.alpha, this.beta, this.k].map(pythonFloat)
    return `${this.size}, alpha=${alpha}, beta=${beta}, k=${k}`
  }
}
