import { noGrad } from '@nn/autograd'
import { type Args, emptyLike, kinds, normal_, signature, type Tensor, where } from '@nn/tensor'
import { checkFloatingPoint } from '../functional/check-floating-point'
import { generatorKind } from '../functional/kinds'
import { normalCdf } from './normal-cdf'
import type { InitOptions } from './uniform'

export interface TruncNormalOptions extends InitOptions {
  /** Default 0. */
  mean?: number
  /** Before the ends are cut off. Default 1. */
  std?: number
  /** The least value. Default -2. */
  a?: number
  /** The greatest value. Default 2. */
  b?: number
}

/** Below this share of the normal distribution, drawing from it would mostly miss the interval. */
const ENOUGH = 0.3

const takesTruncNormal = signature(
  'truncNormal_',
  { tensor: kinds.tensor },
  { mean: kinds.number, std: kinds.number, a: kinds.number, b: kinds.number, generator: generatorKind },
)

/**
 * Fills a tensor from a normal distribution whose values outside [a, b] are drawn again.
 *
 * @returns the tensor
 * @throws RangeError for an interval without numbers in it, and for a standard deviation that is not positive.
 * @throws DTypeError for integers.
 * @example
 * manualSeed(0)
 * init.truncNormal_(empty([1, 3]), { std: 0.02 }) // tensor([[ 0.0308, -0.0059, -0.0436]])
 * @see torch.nn.init.trunc_normal_
 */
export function truncNormal_<T extends Tensor>(
  tensor: T,
  ...args: Args<TruncNormalOptions, ['mean', 'std', 'a', 'b', 'generator']>
): T {
  const { mean = 0, std = 1, a = -2, b = 2, ...stream } = takesTruncNormal([tensor], args)
  if (!Number.isFinite(mean)) throw new RangeError(`truncNormal_: mean must be finite, got ${mean}`)
  if (!(a < b)) throw new RangeError(`truncNormal_: a must be less than b, got a=${a} and b=${b}`)
  if (!(std > 0)) throw new RangeError(`truncNormal_: std must be positive, got ${std}`)
  checkFloatingPoint('truncNormal_', tensor)
  const inside = normalCdf((b - mean) / std) - normalCdf((a - mean) / std)
  const draw = inside > ENOUGH ? drawNormal : drawUniform
  return noGrad(() => {
    draw(tensor, { mean, std, a, b }, stream)
    return tensor
  })
}

type Truncation = Required<Omit<TruncNormalOptions, 'generator'>>

/** Draws normal numbers, and again all of those outside of the interval. */
function drawNormal(tensor: Tensor, { mean, std, a, b }: Truncation, options: InitOptions): void {
  normal_(tensor, mean, std, options)
  for (;;) {
    const outside = tensor.lt(a).logicalOr(tensor.gt(b))
    if (outside.any().item() === 0) return
    tensor.copy_(where(outside, normal_(emptyLike(tensor), mean, std, options), tensor))
  }
}

/** Draws numbers uniform in the interval and accepts each with a probability in proportion to the normal density. */
function drawUniform(tensor: Tensor, { mean, std, a, b }: Truncation, options: InitOptions): void {
  const mode = Math.max(a, Math.min(mean, b))
  const logPeak = -0.5 * ((mode - mean) / std) ** 2
  const isRejected = (candidates: Tensor): Tensor => {
    const logDensity = candidates.sub(mean).div(std).square().mul(-0.5).sub(logPeak)
    return emptyLike(tensor).uniform_(0, 1, options).log().gt(logDensity)
  }
  let pending = isRejected(tensor.uniform_(a, b, options))
  while (pending.any().item() !== 0) {
    const candidates = emptyLike(tensor).uniform_(a, b, options)
    tensor.copy_(where(pending, candidates, tensor))
    pending = pending.logicalAnd(isRejected(candidates))
  }
}
