import * as kinds from '../core/kinds'
import { allocate } from '../core/operand'
import { normalizeDim } from '../core/shape'
import { type Args, signature } from '../core/signature'
import { kthvalue as kthvalueInJs } from '../kernels/js/kthvalue'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'
import { checkRank } from './check-rank'
import { type Picked, pick } from './pick'

const kernels = extraKernels({ kthvalue: kthvalueInJs })

export interface KthvalueOptions {
  /** The dimension to take it along. Default -1. */
  dim?: number
  /** Keep the dimension as size 1. Default false. */
  keepdim?: boolean
}

const takesKthvalue = signature(
  'kthvalue',
  { input: kinds.tensor, k: kinds.integer },
  { dim: kinds.integer, keepdim: kinds.boolean },
)

/**
 * The k-th smallest element along a dimension, and where it is. NaN counts as larger than every number.
 *
 * @param k from 1 to the dimension's size
 * @throws RangeError when the dimension has fewer than k elements.
 * @throws DTypeError for booleans.
 * @example
 * kthvalue(tensor([1, 4, 2, 3]), 2).values // tensor(2)
 * @see torch.kthvalue
 */
export function kthvalue(x: Tensor, k: number, ...args: Args<KthvalueOptions, ['dim', 'keepdim']>): Picked {
  const { dim = -1, keepdim = false } = takesKthvalue([x, k], args)
  const d = normalizeDim('kthvalue', dim, x.ndim)
  checkRank('kthvalue', x, k, d, 1)
  const shape = x.shape.map((size, i) => (i === d ? 1 : size))
  const indices = allocate(shape, 'int64')
  kernels().kthvalue(x, d, k, indices)
  return pick('kthvalue', x, d, indices, keepdim)
}
