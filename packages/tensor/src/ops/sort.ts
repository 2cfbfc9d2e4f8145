import * as kinds from '../core/kinds'
import { allocate } from '../core/operand'
import { normalizeDim } from '../core/shape'
import { type Args, signature } from '../core/signature'
import { sort as sortInJs } from '../kernels/js/sort'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'
import { type Picked, pick } from './pick'
import { takesInput } from './takes'

const kernels = extraKernels({ sort: sortInJs })

export interface SortOptions {
  /** The dimension to sort along. Default -1. */
  dim?: number
  /** From the largest to the smallest. Default false. */
  descending?: boolean
  /** Equal elements keep their order, as they always do here. */
  stable?: boolean
}

export type SortArgs = Args<SortOptions, ['dim', 'descending']>

const takes = signature(
  '',
  { input: kinds.tensor },
  { dim: kinds.integer, descending: kinds.boolean },
  { stable: kinds.boolean },
)

function order(x: Tensor, dim: number, descending: boolean): Tensor {
  const indices = allocate(x.shape, 'int64')
  kernels().sort(x, dim, descending, indices)
  return indices
}

/**
 * The elements in order along a dimension, and where each was. The sort is stable: equal elements keep their order. NaN
 * counts as larger than every number.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * const { values, indices } = sort(tensor([3, 1, 2]))
 * values // tensor([1, 2, 3])
 * indices // tensor([1, 2, 0])
 * @see torch.sort
 */
export function sort(x: Tensor, ...args: SortArgs): Picked {
  const { dim = -1, descending = false } = takes([x], args, 'sort')
  const d = normalizeDim('sort', dim, x.ndim)
  return pick('sort', x, d, order(x, d, descending))
}

/**
 * The indices that sort a tensor along a dimension; stable, as `sort` is.
 *
 * @returns int64, of x's shape
 * @throws IndexError when there is no such dimension.
 * @example
 * argsort(tensor([3, 1, 2])) // tensor([1, 2, 0])
 * @see torch.argsort
 */
export function argsort(x: Tensor, ...args: SortArgs): Tensor {
  const { dim = -1, descending = false } = takes([x], args, 'argsort')
  return order(x, normalizeDim('argsort', dim, x.ndim), descending)
}

/**
 * The elements in ascending order along the first dimension.
 *
 * @example
 * msort(tensor([3, 1, 2])) // tensor([1, 2, 3])
 * @see torch.msort
 */
export function msort(x: Tensor, ...none: []): Tensor {
  takesInput([x], none, 'msort')
  return sort(x, 0).values
}
