import * as kinds from '../core/kinds'
import { normalizeDims } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import type { Dims } from './reduction'
import { sum } from './sum'

export interface CountNonzeroOptions {
  /** The dimension to take away, or several. Default: all. */
  dim?: Dims
}

const takesCountNonzero = signature('countNonzero', { input: kinds.tensor }, { dim: kinds.dims })

/**
 * How many elements are not 0, over dimensions or of all. NaN is not 0.
 *
 * @returns int64
 * @throws IndexError when there is no such dimension.
 * @example
 * countNonzero(tensor([[1, 0], [2, 3]]), 0) // tensor([2, 1])
 * @see torch.count_nonzero
 */
export function countNonzero(x: Tensor, ...args: Args<CountNonzeroOptions, ['dim']>): Tensor {
  const { dim } = takesCountNonzero([x], args)
  return sum(x.ne(0), normalizeDims('countNonzero', dim, x.ndim))
}
