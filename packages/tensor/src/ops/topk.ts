import { DTypeError } from '../core/errors'
import { allocate } from '../core/operand'
import { normalizeDim, showShape } from '../core/shape'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { type Picked, pick } from './pick'
import type { ReductionOptions } from './reduction'

export interface TopkOptions {
  /** The largest elements; with false, the smallest. Default true. */
  largest?: boolean
  /** In order; with false, in no particular one. Default true. */
  sorted?: boolean
}

function checkRank(op: string, x: Tensor, k: number, dim: number, least: number): void {
  const size = x.shape[dim] ?? 1
  if (!Number.isInteger(k) || k < least || k > size) {
    throw new RangeError(
      `${op}: k is ${k}, but dimension ${dim} of ${showShape(x.shape)} has ${size} elements to choose from`,
    )
  }
  if (x.dtype === 'bool') throw new DTypeError(`${op}: not defined for bool tensors; convert with to('uint8') first`)
}

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
export function topk(x: Tensor, k: number, dim = -1, { largest = true, sorted = true }: TopkOptions = {}): Picked {
  const d = normalizeDim('topk', dim, x.ndim)
  checkRank('topk', x, k, d, 0)
  const shape = x.shape.map((size, i) => (i === d ? k : size))
  const indices = allocate(shape, 'int64')
  getBackend().kernels.topk(x, d, largest, sorted, indices)
  return pick('topk', x, d, indices)
}

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
export function kthvalue(x: Tensor, k: number, dim = -1, { keepdim = false }: ReductionOptions = {}): Picked {
  const d = normalizeDim('kthvalue', dim, x.ndim)
  checkRank('kthvalue', x, k, d, 1)
  const shape = x.shape.map((size, i) => (i === d ? 1 : size))
  const indices = allocate(shape, 'int64')
  getBackend().kernels.kthvalue(x, d, k, indices)
  return pick('kthvalue', x, d, indices, keepdim)
}
