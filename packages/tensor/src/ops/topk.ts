import * as kinds from '../core/kinds'
import { allocate } from '../core/operand'
import { normalizeDim } from '../core/shape'
import { type Args, signature } from '../core/signature'
import { topk as topkInJs } from '../kernels/js/topk'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'
import { checkRank } from './check-rank'
import { type Picked, pick } from './pick'

const kernels = extraKernels({ topk: topkInJs })

export interface TopkOptions {
  /** The dimension to choose along. Default -1. */
  dim?: number
  /** The largest elements; with false, the smallest. Default true. */
  largest?: boolean
  /** In order; with false, in no particular one. Default true. */
  sorted?: boolean
}

export type TopkArgs = Args<TopkOptions, ['dim', 'largest', 'sorted']>

const takesTopk = signature(
  'topk',
  { input: kinds.tensor, k: kinds.number },
  { dim: kinds.integer, largest: kinds.boolean, sorted: kinds.boolean },
)

/**
 * The k largest elements along a dimension, and where they were. NaN counts as larger than every number.
 *
 * @param k from 0 to the dimension's size
 * @returns shape of x, but k along `dim`
 * @throws RangeError when the dimension has fewer than k elements.
 * @throws DTypeError for booleans.
 * @example
 * topk(tensor([1, 4, 2, 3]), 2).values // tensor([4, 3])
 * @see torch.topk
 */
export function topk(x: Tensor, k: number, ...args: TopkArgs): Picked {
  const { dim = -1, largest = true, sorted = true } = takesTopk([x, k], args)
  const d = normalizeDim('topk', dim, x.ndim)
  checkRank('topk', x, k, d, 0)
  const shape = x.shape.map((size, i) => (i === d ? k : size))
  const indices = allocate(shape, 'int64')
  kernels().topk(x, d, largest, sorted, indices)
  return pick('topk', x, d, indices)
}
