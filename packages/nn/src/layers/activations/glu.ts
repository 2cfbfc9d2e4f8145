import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { glu } from '../../functional/activations/glu'
import { Module } from '../../module/module'
import { checkInput } from '../check-input'

export interface GLUOptions {
  /** The dimension that is halved; its size must be even. Default -1. */
  dim?: number
}

const takesGLU = signature('GLU', {}, { dim: kinds.integer })

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

  constructor(...args: Args<GLUOptions, ['dim']>) {
    super()
    const { dim = -1 } = takesGLU([], args, this.getName())
    this.dim = dim
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return glu(input, this.dim)
  }

  override extraRepr(): string {
    return `dim=${this.dim}`
  }
}
