import { noGrad } from '@nn/autograd'
import { type Args, kinds, linalg, signature, stack, type Tensor, tensor } from '@nn/tensor'
import { gradientsOf, tensorsKind } from './gradients-of'

export interface ClipGradNormOptions {
  /** The largest norm that stays. */
  maxNorm: number
  /** The p of the p-norm; `Infinity` for the largest element, `-Infinity` for the smallest. Default 2. */
  normType?: number
  /** Refuse a norm that is NaN or infinite, instead of spreading it. Default false. */
  errorIfNonfinite?: boolean
}

const takesClipGradNorm = signature(
  'clipGradNorm_',
  { parameters: tensorsKind },
  { maxNorm: kinds.required(kinds.number), normType: kinds.number, errorIfNonfinite: kinds.boolean },
)

/**
 * Scales the gradients of all parameters together, in place, so that their norm as one vector is at most `maxNorm`.
 *
 * @returns the norm that they had, 0-d
 * @throws RangeError for a negative `maxNorm`, for a `normType` that is NaN, and with `errorIfNonfinite` for a norm that
 *   is not finite.
 * @example
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * w.square().sum().backward()
 * clipGradNorm_([w], 1) // tensor(10.8167)
 * w.grad // tensor([ 0.5547, -0.8321])
 * @see torch.nn.utils.clip_grad_norm_
 */
export function clipGradNorm_(
  parameters: Tensor | Iterable<Tensor>,
  ...args: Args<ClipGradNormOptions, ['maxNorm', 'normType', 'errorIfNonfinite']>
): Tensor {
  const { maxNorm, normType = 2, errorIfNonfinite = false } = takesClipGradNorm([parameters], args)
  if (!(maxNorm >= 0)) throw new RangeError(`clipGradNorm_: maxNorm must be at least 0, got ${maxNorm}`)
  if (Number.isNaN(normType)) throw new RangeError('clipGradNorm_: normType must be a number, got NaN')
  const gradients = gradientsOf('clipGradNorm_', parameters)
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

/** (Σ |x|ᵖ)^(1/p); of no elements it is 0. */
function norm(x: Tensor, p: number): Tensor {
  if (x.numel() === 0) return x.sum()
  return p === 2 ? x.square().sum().sqrt() : linalg.vectorNorm(x, p)
}
