import { type Args, type DType, empty, kinds, signature, type Tensor } from '@nn/tensor'
import { prelu } from '../../functional/activations/prelu'
import { constant_ } from '../../init/constant'
import { Module } from '../../module/module'
import { Parameter } from '../../module/parameter'
import { checkInput } from '../check-input'
import { checkPositiveSizes } from '../check-positive-sizes'

export interface PReLUOptions {
  /** How many slopes: 1, or the number of channels of the input. Default 1. */
  numParameters?: number
  /** The slope to begin with. Default 0.25. */
  init?: number
  /** Of the slopes. Default: the default dtype. */
  dtype?: DType
}

const takesPReLU = signature('PReLU', {}, { numParameters: kinds.integer, init: kinds.number }, { dtype: kinds.dtype })

/**
 * `LeakyReLU` with slopes that are learned: one for all elements, or one for each channel.
 *
 * $$ \text{PReLU}(x) = \max(0, x) + w \min(0, x) $$
 *
 * @param numParameters how many slopes: 1, or the number of channels of the input, whose shape is [N, C, ...]
 * @throws RangeError for a number of slopes that is no positive integer.
 * @throws ShapeError in `forward`, for an input of another number of channels.
 * @example
 * new PReLU().forward(tensor([-1.5, 2.0])) // tensor([-0.3750, 2.0000], grad_fn=<PreluKernelBackward0>)
 * @see torch.nn.PReLU
 */
export class PReLU extends Module {
  readonly numParameters: number
  readonly init: number
  /** [numParameters] */
  weight: Parameter

  constructor(...args: Args<PReLUOptions, ['numParameters', 'init']>) {
    super()
    const { numParameters = 1, init = 0.25, ...options } = takesPReLU([], args, this.getName())
    checkPositiveSizes(this.getName(), { numParameters })
    this.numParameters = numParameters
    this.init = init
    this.weight = new Parameter(empty([numParameters], options))
    this.resetParameters()
  }

  /** Begins anew. */
  resetParameters(): void {
    constant_(this.weight, this.init)
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return prelu(input, this.weight)
  }

  override extraRepr(): string {
    return `num_parameters=${this.numParameters}`
  }
}
