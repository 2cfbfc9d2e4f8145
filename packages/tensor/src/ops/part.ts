import { DTypeError, IndexError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { normalizeDim, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { selectAt, sliceAlong } from './view'

/** An index counted from either end as one from the front. */
export function checkedIndex(op: string, index: number, x: Tensor, dim: number): number {
  const size = x.shape[dim] as number
  if (!Number.isInteger(index) || index < -size || index >= size) {
    throw new IndexError(`${op}: index ${index} is out of range for dimension ${dim} of size ${size}`)
  }
  return index < 0 ? index + size : index
}

export interface SelectOptions {
  /** The dimension. */
  dim: number
  /** Which of its indices, from either end. */
  index: number
}

const takesSelect = signature(
  'select',
  { input: kinds.tensor },
  { dim: kinds.required(kinds.integer), index: kinds.required(kinds.integer) },
)

/**
 * One index of a dimension, which goes away. Shares storage.
 *
 * @throws IndexError for a dimension or an index out of range.
 * @example
 * select(tensor([[1, 2], [3, 4]]), 1, -1) // tensor([2, 4])
 * @see torch.select
 */
export function select(x: Tensor, ...args: Args<SelectOptions, ['dim', 'index']>): Tensor {
  const { dim, index } = takesSelect([x], args)
  if (x.ndim === 0) throw new IndexError('select: a 0-d tensor has no dimension to select from')
  const d = normalizeDim('select', dim, x.ndim)
  return selectAt(x, d, checkedIndex('select', index, x, d))
}

export interface NarrowOptions {
  /** The dimension. */
  dim: number
  /** Its first index, from either end; a number or a 0-d tensor of integers. */
  start: number | Tensor
  /** How many indices. */
  length: number
}

const takesNarrow = signature(
  'narrow',
  { input: kinds.tensor },
  {
    dim: kinds.required(kinds.integer),
    start: kinds.required(kinds.either(kinds.integer, kinds.tensor)),
    length: kinds.required(kinds.integer),
  },
)

/**
 * `length` indices of a dimension from `start`. Shares storage.
 *
 * @throws IndexError for a start out of range, RangeError when the part reaches beyond the end.
 * @example
 * narrow(arange(5), 0, 1, 3) // tensor([1, 2, 3])
 * @see torch.narrow
 */
export function narrow(x: Tensor, ...args: Args<NarrowOptions, ['dim', 'start', 'length']>): Tensor {
  const { dim, start, length } = takesNarrow([x], args)
  if (x.ndim === 0) throw new ShapeError('narrow: a 0-d tensor has no dimension to narrow')
  const d = normalizeDim('narrow', dim, x.ndim)
  const size = x.shape[d] as number
  const from = typeof start === 'number' ? start : integerOf(start)
  // The place behind the last index is a start too, of an empty part.
  if (!Number.isInteger(from) || from < -size || from > size) {
    throw new IndexError(`narrow: start ${from} is out of range for dimension ${d} of size ${size}`)
  }
  const first = from < 0 ? from + size : from
  if (!Number.isInteger(length) || length < 0 || first + length > size) {
    throw new RangeError(`narrow: ${length} indices from ${from} are not inside dimension ${d} of size ${size}`)
  }
  return sliceAlong(x, d, first, length, 1)
}

function integerOf(start: Tensor): number {
  if (start.ndim !== 0) throw new ShapeError(`narrow: the start must be 0-d, got ${showShape(start.shape)}`)
  if (start.isFloatingPoint() || start.dtype === 'bool') {
    throw new DTypeError(`narrow: the start must be an integer, got ${start.dtype}`)
  }
  return start.item()
}
