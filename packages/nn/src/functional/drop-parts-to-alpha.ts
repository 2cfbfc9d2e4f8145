import { type Args, bernoulli_, DTypeError, type Tensor } from '@nn/tensor'
import { checkDropoutProbability, type DropoutOptions } from './dropout'

export interface AlphaDropoutOptions extends DropoutOptions {
  /** Without it everything passes. Default false. */
  training?: boolean
}

/** What follows the input in `alphaDropout` and `featureAlphaDropout`. */
export type AlphaDropoutArgs = Args<AlphaDropoutOptions, ['p', 'training', 'inplace']>

/** The limit of `selu` for very negative elements, without its sign. */
const ALPHA = 1.7580993408473766

/**
 * Alpha dropout of parts of a tensor that are dropped as one: `makeRoom` gives an element for each and broadcasts to the
 * input. What is kept becomes a x + b, what is dropped -α a + b, with a and b such that mean 0 and variance 1 stay:
 * a² (1 - p)(1 + α² p) = 1 and b = a α p.
 */
export function dropPartsToAlpha(
  op: string,
  input: Tensor,
  makeRoom: () => Tensor,
  { p = 0.5, training = false, inplace = false, generator }: AlphaDropoutOptions,
): Tensor {
  checkDropoutProbability(op, p)
  if (!training || p === 0) return input
  if (!input.isFloatingPoint()) throw new DTypeError(`${op}: needs a floating-point tensor, got ${input.dtype}`)
  if (p === 1) return inplace ? input.mul_(0) : input.mul(0)
  const a = 1 / Math.sqrt((ALPHA * ALPHA * p + 1) * (1 - p))
  const kept = bernoulli_(makeRoom(), 1 - p, generator === undefined ? {} : { generator })
  const shift = kept
    .sub(1)
    .mul_(ALPHA * a)
    .add_(ALPHA * a * p)
  const scale = kept.mul_(a)
  return inplace ? input.mul_(scale).add_(shift) : input.mul(scale).add(shift)
}
