import { type Args, type DType, kinds, ones, type Shape, signature, type Tensor, zeros } from '@nn/tensor'
import { layerNorm } from '../../functional/normalization/layer-norm'
import { perDimensionKind } from '../../functional/per-dimension'
import { ones_, zeros_ } from '../../init/constant'
import { Module } from '../../module/module'
import { Parameter } from '../../module/parameter'
import { pythonBool, pythonFloat, pythonTuple } from '../../module/python-literal'
import { checkInput } from '../check-input'
import { checkSizes } from '../check-sizes'

export interface LayerNormLayerOptions {
  /** What is added to the variance, so that it is not 0. Default 1e-5. */
  eps?: number
  /** Whether to learn a factor and a bias for each element. Default true. */
  elementwiseAffine?: boolean
  /** With `elementwiseAffine`, whether to learn the bias. Default true. */
  bias?: boolean
  /** Of weight and bias. Default: the default dtype. */
  dtype?: DType
}

const takesLayerNorm = signature(
  'LayerNorm',
  { normalizedShape: perDimensionKind },
  { eps: kinds.number, elementwiseAffine: kinds.boolean, bias: kinds.boolean },
  { dtype: kinds.dtype },
)

/**
 * Gives the last dimensions together the mean 0 and the variance 1, and then a learned factor and bias.
 *
 * $$ y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \, w + b $$
 *
 * @param normalizedShape the sizes of the last dimensions, or that of the last one
 * @throws RangeError for negative sizes.
 * @throws ShapeError in `forward`, for an input that does not end with that shape.
 * @example
 * const layer = new LayerNorm(10)
 * layer.forward(randn([20, 5, 10])).shape // [20, 5, 10]
 * @see torch.nn.LayerNorm
 */
export class LayerNorm extends Module {
  readonly normalizedShape: Shape
  readonly eps: number
  readonly elementwiseAffine: boolean
  /** [...normalizedShape], from 1 on */
  weight: Parameter | null
  /** [...normalizedShape], from 0 on */
  bias: Parameter | null

  constructor(
    normalizedShape: number | Shape,
    ...args: Args<LayerNormLayerOptions, ['eps', 'elementwiseAffine', 'bias']>
  ) {
    super()
    const given = takesLayerNorm([normalizedShape], args, this.getName())
    const { eps = 1e-5, elementwiseAffine = true, bias = true, ...options } = given
    this.normalizedShape = typeof normalizedShape === 'number' ? [normalizedShape] : normalizedShape
    for (const size of this.normalizedShape) checkSizes(this.getName(), { normalizedShape: size })
    this.eps = eps
    this.elementwiseAffine = elementwiseAffine
    this.weight = this.registerParameter(
      'weight',
      elementwiseAffine ? new Parameter(ones(this.normalizedShape, options)) : null,
    )
    this.bias = this.registerParameter(
      'bias',
      elementwiseAffine && bias ? new Parameter(zeros(this.normalizedShape, options)) : null,
    )
  }

  /** Forgets what was learned. */
  resetParameters(): void {
    if (this.weight !== null) ones_(this.weight)
    if (this.bias !== null) zeros_(this.bias)
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const { normalizedShape, weight, bias, eps } = this
    return layerNorm(input, normalizedShape, { weight, bias, eps })
  }

  override extraRepr(): string {
    const { normalizedShape, eps, elementwiseAffine, bias } = this
    const affine = `elementwise_affine=${pythonBool(elementwiseAffine)}, bias=${pythonBool(bias !== null)}`
    return `${pythonTuple(normalizedShape)}, eps=${pythonFloat(eps)}, ${affine}`
  }
}
