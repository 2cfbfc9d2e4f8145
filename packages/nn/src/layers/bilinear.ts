import { type Args, type DType, empty, kinds, signature, type Tensor } from '@nn/tensor'
import { bilinear } from '../functional/bilinear'
import { uniform_ } from '../init/uniform'
import { Module } from '../module/module'
import { Parameter } from '../module/parameter'
import { pythonBool } from '../module/python-literal'
import { checkPositiveSizes } from './check-positive-sizes'
import { checkSizes } from './check-sizes'

export interface BilinearOptions {
  /** Whether to add a learned bias. Default true. */
  bias?: boolean
  /** Of weight and bias. Default: the default dtype. */
  dtype?: DType
}

const takesBilinear = signature(
  'Bilinear',
  { in1Features: kinds.integer, in2Features: kinds.integer, outFeatures: kinds.integer },
  { bias: kinds.boolean },
  { dtype: kinds.dtype },
)

const takesForward = signature('forward', { input1: kinds.tensor, input2: kinds.tensor })

/**
 * A learned form that is linear in each of two inputs. Weight and bias start uniform between -1/√in1Features and
 * 1/√in1Features.
 *
 * $$ y_k = x_1^T W_k \, x_2 + b_k $$
 *
 * @param in1Features size of each first input, whose shape is [..., in1Features]
 * @param in2Features size of each second input
 * @param outFeatures size of each output
 * @throws RangeError for sizes that are no positive integers.
 * @example
 * const layer = new Bilinear(20, 30, 40)
 * layer.forward(randn([128, 20]), randn([128, 30])).shape // [128, 40]
 * @see torch.nn.Bilinear
 */
export class Bilinear extends Module {
  readonly in1Features: number
  readonly in2Features: number
  readonly outFeatures: number
  /** [outFeatures, in1Features, in2Features] */
  weight: Parameter
  /** [outFeatures] */
  bias: Parameter | null

  constructor(in1Features: number, in2Features: number, outFeatures: number, ...args: Args<BilinearOptions, ['bias']>) {
    super()
    const name = this.getName()
    const { bias = true, ...options } = takesBilinear([in1Features, in2Features, outFeatures], args, name)
    checkPositiveSizes(name, { in1Features })
    checkSizes(name, { in2Features, outFeatures })
    this.in1Features = in1Features
    this.in2Features = in2Features
    this.outFeatures = outFeatures
    this.weight = new Parameter(empty([outFeatures, in1Features, in2Features], options))
    this.bias = this.registerParameter('bias', bias ? new Parameter(empty([outFeatures], options)) : null)
    this.resetParameters()
  }

  /** Draws weight and bias anew. */
  resetParameters(): void {
    const bound = 1 / Math.sqrt(this.in1Features)
    uniform_(this.weight, -bound, bound)
    if (this.bias !== null) uniform_(this.bias, -bound, bound)
  }

  forward(input1: Tensor, input2: Tensor, ...none: []): Tensor {
    takesForward([input1, input2], none, this.getName())
    return bilinear(input1, input2, this.weight, this.bias)
  }

  override extraRepr(): string {
    const { in1Features, in2Features, outFeatures } = this
    const bias = pythonBool(this.bias !== null)
    return `in1_features=${in1Features}, in2_features=${in2Features}, out_features=${outFeatures}, bias=${bias}`
  }
}
