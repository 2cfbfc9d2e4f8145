import { type Args, type DType, kinds, ones, type Shape, signature, type Tensor } from '@nn/tensor'
import { rmsNorm } from '../../functional/normalization/rms-norm'
import { perDimensionKind } from '../../functional/per-dimension'
import { ones_ } from '../../init/constant'
import { Module } from '../../module/module'
import { Parameter } from '../../module/parameter'
import { pythonBool, pythonFloat, pythonTuple } from '../../module/python-literal'
import { checkInput } from '../check-input'
import { checkSizes } from '../check-sizes'

export interface RMSNormLayerOptions {
  /** What is added to the mean square, so that it is not 0. Default: the distance from 1 to the dtype's next number. */
  eps?: number | null
  /** Whether to learn a factor for each element. Default true. */
  elementwiseAffine?: boolean
  /** Of the weight. Default: the default dtype. */
  dtype?: DType
}

const takesRMSNorm = signature(
  'RMSNorm',
  { normalizedShape: perDimensionKind },
  { eps: kinds.orNull(kinds.number), elementwiseAffine: kinds.boolean },
  { dtype: kinds.dtype },
)

/**
 * Divides the last dimensions together by their root mean square, and then multiplies with a learned factor.
 *
 * $$ y = \frac{x}{\sqrt{\mathrm{E}[x^2] + \epsilon}} \, w $$
 *
 * @param normalizedShape the sizes of the last dimensions, or that of the last one
 * @throws RangeError for negative sizes.
 * @throws ShapeError in `forward`, for an input that does not end with that shape.
 * @example
 * new RMSNorm(2).forward(tensor([[1.5, 10.5]])).detach() // tensor([[0.2000, 1.4000]])
 * @see torch.nn.RMSNorm
 */
export class RMSNorm extends Module {
  readonly normalizedShape: Shape
  readonly eps: number | null
  readonly elementwiseAffine: boolean
  /** [...normalizedShape], from 1 on */
  weight: Parameter | null

  constructor(normalizedShape: number | Shape, ...args: Args<RMSNormLayerOptions, ['eps', 'elementwiseAffine']>) {
    super()
    const given = takesRMSNorm([normalizedShape], args, this.getName())
    const { eps = null, elementwiseAffine = true, ...options } = given
    this.normalizedShape = typeof normalizedShape === 'number' ? [normalizedShape] : normalizedShape
    for (const size of this.normalizedShape) checkSizes(this.getName(), { normalizedShape: size })
    this.eps = eps
    this.elementwiseAffine = elementwiseAffine
    this.weight = this.registerParameter(
      'weight',
      elementwiseAffine ? new Parameter(ones(this.normalizedShape, options)) : null,
    )
  }

  /** Forgets what was learned. */
  resetParameters(): void {
    if (this.weight !== null) ones_(this.weight)
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const { normalizedShape, weight, eps } = this
    return rmsNorm(input, normalizedShape, { weight, eps })
  }

  override extraRepr(): string {
    const { normalizedShape, eps, elementwiseAffine } = this
    const epsilon = eps === null ? 'None' : pythonFloat(eps)
    return `${pythonTuple(normalizedShape)}, eps=${epsilon}, elementwise_affine=${pythonBool(elementwiseAffine)}`
  }
}
