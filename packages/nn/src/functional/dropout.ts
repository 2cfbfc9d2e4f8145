import { DTypeError, emptyLike, type Generator, type Tensor } from '@nn/tensor'

export interface DropoutOptions {
  /** The probability of an element to become 0. Default 0.5. */
  p?: number
  /** Without it everything passes. Default true. */
  training?: boolean
  /** Change the input itself. Default false. */
  inplace?: boolean
  /** The stream to draw from. Default: the one that `manualSeed` seeds. */
  generator?: Generator
}

/**
 * Sets elements to 0 with probability `p` and scales the others by 1/(1 - p), so that their mean stays.
 *
 * @throws RangeError for a probability outside [0, 1].
 * @throws DTypeError for integers.
 * @example
 * functional.dropout(ones([2]), { p: 0.5, training: false }) // tensor([1., 1.])
 * @see torch.nn.functional.dropout
 */
export function dropout(
  input: Tensor,
  { p = 0.5, training = true, inplace = false, generator }: DropoutOptions = {},
): Tensor {
  checkDropoutProbability('dropout', p)
  if (!training || p === 0) return input
  if (!input.isFloatingPoint()) throw new DTypeError(`dropout: needs a floating-point tensor, got ${input.dtype}`)
  const factors = p === 1 ? 0 : drawFactors(input, 1 - p, generator)
  return inplace ? input.mul_(factors) : input.mul(factors)
}

/** 1 / kept with the probability `kept`, else 0. */
function drawFactors(like: Tensor, kept: number, generator: Generator | undefined): Tensor {
  return emptyLike(like)
    .bernoulli_(kept, generator === undefined ? {} : { generator })
    .div_(kept)
}

export function checkDropoutProbability(op: string, p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${op}: p must lie between 0 and 1, got ${p}`)
}
