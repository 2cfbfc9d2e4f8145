import { type Args, type DType, empty, kinds, linear, signature, type Tensor } from '@nn/tensor'
import { Module } from '../module/module'
import { Parameter } from '../module/parameter'
import { pythonBool } from '../module/python-literal'
import { checkInput } from './check-input'
import { checkSizes } from './check-sizes'
import { resetWeightAndBias } from './reset-weight-and-bias'

export interface LinearOptions {
  /** Whether to add a learned bias. Default true. */
  bias?: boolean
  /** Of weight and bias. Default: the default dtype. */
  dtype?: DType
}

const takesLinear = signature(
  'Linear',
  { inFeatures: kinds.integer, outFeatures: kinds.integer },
  { bias: kinds.boolean },
  { dtype: kinds.dtype },
)

/**
 * The fully connected layer. Weight and bias start uniform between -1/√inFeatures and 1/√inFeatures.
 *
 * $$ y = x W^T + b $$
 *
 * @param inFeatures size of each input, whose shape is [..., inFeatures]
 * @param outFeatures size of each output, whose shape is [..., outFeatures]
 * @throws RangeError for negative sizes.
 * @example
 * const layer = new Linear(20, 30)
 * layer.forward(randn([128, 20])).shape // [128, 30]
 * @see torch.nn.Linear
 */
export class Linear extends Module {
  readonly inFeatures: number
  readonly outFeatures: number
  /** [outFeatures, inFeatures] */
  weight: Parameter
  /** [outFeatures] */
  bias: Parameter | null

  constructor(inFeatures: number, outFeatures: number, ...args: Args<LinearOptions, ['bias']>) {
    super()
    const name = this.getName()
    const { bias = true, ...options } = takesLinear([inFeatures, outFeatures], args, name)
    checkSizes(name, { inFeatures, outFeatures })
    this.inFeatures = inFeatures
    this.outFeatures = outFeatures
    this.weight = new Parameter(empty([outFeatures, inFeatures], options))
    this.bias = this.registerParameter('bias', bias ? new Parameter(empty([outFeatures], options)) : null)
    this.resetParameters()
  }

  /** Draws weight and bias anew. */
  resetParameters(): void {
    resetWeightAndBias(this.getName(), this.weight, this.bias)
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return linear(input, this.weight, this.bias)
  }

  override extraRepr(): string {
    const bias = pythonBool(this.bias !== null)
    return `in_features=${this.inFeatures}, out_features=${this.outFeatures}, bias=${bias}`
  }
}
