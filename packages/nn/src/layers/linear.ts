import { type DType, empty, linear, type Tensor } from '@nn/tensor'
import { Module } from '../module/module'
import { Parameter } from '../module/parameter'
import { pythonBool } from '../module/python-literal'
import { resetWeightAndBias } from './reset-weight-and-bias'

export interface LinearOptions {
  /** Whether to add a learned bias. Default true. */
  bias?: boolean
  /** Of weight and bias. Default: the default dtype. */
  dtype?: DType
}

/**
 * The fully connected layer. Weight and bias start uniform between -1/√inFeatures and 1/√inFeatures.
 *
 * $$ y = x W^T + b $$
 *
 * @param inFeatures size of each input, whose shape is [..., inFeatures]
 * @param outFeatures size of each output, whose shape is [..., outFeatures]
 * @throws RangeError for sizes that are no non-negative integers.
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

  constructor(inFeatures: number, outFeatures: number, { bias = true, ...options }: LinearOptions = {}) {
    super()
    checkSize('inFeatures', inFeatures)
    checkSize('outFeatures', outFeatures)
    this.inFeatures = inFeatures
    this.outFeatures = outFeatures
    this.weight = new Parameter(empty([outFeatures, inFeatures], options))
    this.bias = bias ? new Parameter(empty([outFeatures], options)) : null
    this.resetParameters()
  }

  /** Draws weight and bias anew. */
  resetParameters(): void {
    resetWeightAndBias('Linear', this.weight, this.bias)
  }

  forward(input: Tensor): Tensor {
    return linear(input, this.weight, this.bias)
  }

  override extraRepr(): string {
    const bias = pythonBool(this.bias !== null)
    return `in_features=${this.inFeatures}, out_features=${this.outFeatures}, bias=${bias}`
  }
}

function checkSize(name: string, size: number): void {
  if (!Number.isInteger(size) || size < 0) {
    throw new RangeError(`Linear: ${name} must be a non-negative integer, got ${size}`)
  }
}
