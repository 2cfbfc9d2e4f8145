import {
  type Args,
  apply,
  kinds,
  numelOf,
  type Op,
  ones,
  type Shape,
  ShapeError,
  sameShape,
  showShape,
  signature,
  type Tensor,
  zeros,
} from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { tensorOrNull } from '../kinds'
import { momentsOf } from './standardize'

interface Params {
  /** The normalised dimensions, the last ones. */
  readonly dims: readonly number[]
  readonly eps: number
}

/**
 * y = (x - mean) r w + b with r = 1 / √(variance + eps), over the N elements of the normalised dimensions.
 *
 * A single element is its own mean: then all gradients but that of b are 0 up to rounding, which r, of up to 1/√eps,
 * makes visible. So that this rounding is PyTorch's, the formulas have PyTorch's terms in PyTorch's order.
 */
const layerNormOp: Op<[Tensor, Tensor, Tensor], Params> = {
  name: 'layerNorm',
  node: 'NativeLayerNormBackward0',
  forward(context, [x, weight, bias], { dims, eps }) {
    context.save(x, weight)
    const { mean, variance } = momentsOf(x, dims)
    return x.sub(mean).mul(variance.add(eps).rsqrt()).mul(weight).add(bias)
  },
  backward({ saved, params: { dims, eps }, needs }, grad) {
    const [x, weight] = saved as [Tensor, Tensor]
    const { mean, variance } = momentsOf(x, dims)
    const inverse = variance.add(eps).rsqrt()
    const others = x.shape.map((_, d) => d).filter((d) => !dims.includes(d))
    const overOthers = (t: Tensor): Tensor => (others.length === 0 ? t : t.sum(others))
    return [
      needs[0] === true ? gradientOfInput(grad, x, weight, mean, inverse, dims) : null,
      needs[1] === true ? overOthers(grad.mul(standardizedInOneRounding(x, mean, inverse))) : null,
      needs[2] === true ? overOthers(grad) : null,
    ]
  },
}

/** ∂x = r ∂y w + β x + γ with β = (mean Σ ∂y w - Σ ∂y x w) r³ / N and γ = -β mean - r Σ ∂y w / N. */
function gradientOfInput(
  grad: Tensor,
  x: Tensor,
  weight: Tensor,
  mean: Tensor,
  inverse: Tensor,
  dims: readonly number[],
): Tensor {
  const total = (t: Tensor): Tensor => t.sum(dims, { keepdim: true })
  const share = 1 / numelOf(dims.map((d) => x.shape[d] as number))
  const byMean = total(grad.mul(weight))
  const byInverse = total(grad.mul(x).mul(weight))
  const beta = byMean.mul(mean).sub(byInverse).mul(inverse).mul(inverse).mul(inverse).mul(share)
  const gamma = beta.mul(mean).neg().sub(byMean.mul(inverse).mul(share))
  return inverse.mul(grad).mul(weight).add(beta.mul(x)).add(gamma)
}

/** r x - r mean with both steps rounded at once, as a fused multiply-add does it. */
function standardizedInOneRounding(x: Tensor, mean: Tensor, inverse: Tensor): Tensor {
  return x.double().mul(inverse.double()).sub(mean.mul(inverse).double()).to(x.dtype)
}

export interface LayerNormOptions {
  /** What each element is multiplied by, in the normalised shape. */
  weight?: Tensor | null
  /** What is added to each element, in the normalised shape. */
  bias?: Tensor | null
  /** What is added to the variance, so that it is not 0. Default 1e-5. */
  eps?: number
}

const takesLayerNorm = signature(
  'layerNorm',
  { input: kinds.tensor, normalizedShape: kinds.integers },
  { weight: tensorOrNull, bias: tensorOrNull, eps: kinds.number },
)

/**
 * Gives the last dimensions together the mean 0 and the variance 1.
 *
 * $$ y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \, w + b $$
 *
 * @param input shape [..., *normalizedShape]
 * @param normalizedShape the sizes of the last dimensions
 * @throws ShapeError where the input does not end with that shape, and for a weight or bias of another.
 * @throws DTypeError for integers.
 * @example
 * functional.layerNorm(tensor([[1.5, 3.5]]), [2]) // tensor([[-1.0000, 1.0000]])
 * @see torch.nn.functional.layer_norm
 */
export function layerNorm(
  input: Tensor,
  normalizedShape: Shape,
  ...args: Args<LayerNormOptions, ['weight', 'bias', 'eps']>
): Tensor {
  const { weight = null, bias = null, eps = 1e-5 } = takesLayerNorm([input, normalizedShape], args)
  checkFloatingPoint('layerNorm', input)
  const lead = input.ndim - normalizedShape.length
  if (normalizedShape.length === 0 || lead < 0 || !sameShape(input.shape.slice(lead), normalizedShape)) {
    throw new ShapeError(
      `layerNorm: an input ${showShape(input.shape)} does not end with the normalised shape ${showShape(normalizedShape)}`,
    )
  }
  checkAffine('weight', weight, normalizedShape)
  checkAffine('bias', bias, normalizedShape)
  const dims = normalizedShape.map((_, i) => lead + i)
  const { dtype } = input
  const [scale, shift] = [weight ?? ones(normalizedShape, { dtype }), bias ?? zeros(normalizedShape, { dtype })]
  return apply(layerNormOp, [input, scale, shift], { dims, eps })
}

function checkAffine(name: string, values: Tensor | null, shape: Shape): void {
  if (values !== null && !sameShape(values.shape, shape)) {
    throw new ShapeError(`layerNorm: ${name} must have shape ${showShape(shape)}, got ${showShape(values.shape)}`)
  }
}
