import { noGrad } from '@nn/autograd'
import { stack, type Tensor, tensor } from '@nn/tensor'
import { gradientsOf } from './gradients-of'

export interface ClipGradNormOptions {
  /** The p of the p-norm; `Infinity` for the largest element. Default 2. */
  normType?: number
  /** Refuse a norm that is NaN or infinite, instead of spreading it. Default false. */
  errorIfNonfinite?: boolean
}

/**
 * Scales the gradients of all parameters together, in place, so that their norm as one vector is at most `maxNorm`.
 *
 * @returns the norm that they had, 0-d
 * @throws RangeError for a negative `maxNorm`, for a `normType` that is not positive, and with `errorIfNonfinite` for a
 *   norm that is not finite.
 * @example
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * w.square().sum().backward()
 * clipGradNorm_([w], 1) // tensor(10.8167)
 * w.grad // tensor([ 0.5547, -0.8321])
 * @see torch.nn.utils.clip_grad_norm_
 */
export function clipGradNorm_(
  parameters: Tensor | Iterable<Tensor>,
  maxNorm: number,
  { normType = 2, errorIfNonfinite = false }: ClipGradNormOptions = {},
): Tensor {
  if (!(maxNorm >= 0)) throw new RangeError(`clipGradNorm_: maxNorm must be at least 0, got ${maxNorm}`)
  if (!(normType > 0)) throw new RangeError(`clipGradNorm_: normType must be positive, got ${normType}`)
  const gradients = gradientsOf(parameters)
  if (gradients.length === 0) return tensor(0, { dtype: 'float32' })
  return noGrad(() => {
    const total = norm(stack(gradients.map((gradient) => norm(gradient, normType))), normType)
    if (errorIfNonfinite && !Number.isFinite(total.item())) {
      throw new RangeError(`clipGradNorm_: the norm of the gradients is ${total.item()}`)
    }
    const factor = Math.min(maxNorm / (total.item() + 1e-6), 1)
    for (const gradient of gradients) gradient.mul_(factor)
    return total
  })
}

/** (Σ |x|ᵖ)^(1/p), the largest |x| for p = ∞. */
function norm(x: Tensor, p: number): Tensor {
  if (x.numel() === 0) return x.sum()
  if (p === Number.POSITIVE_INFINITY) return x.abs().max()
  if (p === 2) return x.square().sum().sqrt()
  return x
    .abs()
    .pow(p)
    .sum()
    .pow(1 / p)
}
