import {
  type Args,
  bernoulli_,
  DTypeError,
  emptyLike,
  type Generator,
  kinds,
  type Signature,
  signature,
  type Tensor,
} from '@nn/tensor'
import { generatorKind } from './kinds'

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

/** What follows the input in `dropout` and its kin. */
export type DropoutArgs = Args<DropoutOptions, ['p', 'training', 'inplace']>

export const takesDropout: Signature<DropoutOptions> = signature(
  'dropout',
  { input: kinds.tensor },
  { p: kinds.number, training: kinds.boolean, inplace: kinds.boolean },
  { generator: generatorKind },
)

/**
 * Sets elements to 0 with probability `p` and scales the others by 1/(1 - p), so that their mean stays.
 *
 * @throws RangeError for a probability outside [0, 1].
 * @throws DTypeError for integers.
 * @example
 * functional.dropout(ones([2]), { p: 0.5, training: false }) // tensor([1., 1.])
 * @see torch.nn.functional.dropout
 */
export function dropout(input: Tensor, ...args: DropoutArgs): Tensor {
  return dropParts('dropout', input, () => emptyLike(input), takesDropout([input], args))
}

/** Dropout of parts of a tensor that are dropped as one: `makeRoom` gives an element for each and broadcasts to the input. */
export function dropParts(
  op: string,
  input: Tensor,
  makeRoom: () => Tensor,
  { p = 0.5, training = true, inplace = false, generator }: DropoutOptions,
): Tensor {
  checkDropoutProbability(op, p)
  if (!training || p === 0) return input
  if (!input.isFloatingPoint()) throw new DTypeError(`${op}: needs a floating-point tensor, got ${input.dtype}`)
  const kept = 1 - p
  const draw = (): Tensor => bernoulli_(makeRoom(), kept, generator === undefined ? {} : { generator }).div_(kept)
  const factors = p === 1 ? 0 : draw()
  return inplace ? input.mul_(factors) : input.mul(factors)
}

export function checkDropoutProbability(op: string, p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${op}: p must lie between 0 and 1, got ${p}`)
}
