import type { DType } from '../core/dtype'
import * as kinds from '../core/kinds'
import { nameStep } from '../core/op'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'

export interface NanToNumOptions {
  /** What takes the place of NaN. Default 0. */
  nan?: number | null
  /** What takes the place of infinity. Default: the largest number of the dtype. */
  posinf?: number | null
  /** What takes the place of minus infinity. Default: the smallest number of the dtype. */
  neginf?: number | null
}

function largest(dtype: DType): number {
  return dtype === 'float32' ? (2 - 2 ** -23) * 2 ** 127 : Number.MAX_VALUE
}

const replacement = kinds.orNull(kinds.number)
const takesNanToNum = signature(
  'nanToNum',
  { input: kinds.tensor },
  { nan: replacement, posinf: replacement, neginf: replacement },
)

/**
 * The elements with numbers in the places of NaN and the infinities. Those places get no gradient.
 *
 * @example
 * nanToNum(tensor([NaN, 1.5]), { nan: 7 }) // tensor([7.0000, 1.5000])
 * @see torch.nan_to_num
 */
export function nanToNum(x: Tensor, ...args: Args<NanToNumOptions, ['nan', 'posinf', 'neginf']>): Tensor {
  const { nan, posinf, neginf } = takesNanToNum([x], args)
  if (!x.isFloatingPoint()) return x.clone()
  const limit = largest(x.dtype)
  const numbers = x
    .maskedFill(x.isnan(), nan ?? 0)
    .maskedFill(x.eq(Infinity), posinf ?? limit)
    .maskedFill(x.eq(-Infinity), neginf ?? -limit)
  return nameStep('NanToNumBackward0', numbers)
}
