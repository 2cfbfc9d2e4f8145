import { DTypeError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { allocate, asTensor, broadcastTo, castTo } from '../core/operand'
import { promoteTypes } from '../core/promotion'
import { sameShape, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import { searchSorted } from '../kernels/js/search-sorted'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'

const kernels = extraKernels({ searchSorted })

export interface BucketizeOptions {
  /** Places as int32 and not as int64. Default false. */
  outInt32?: boolean
  /** The place behind equal boundaries, and not in front of them. Default false. */
  right?: boolean
}

export interface SearchsortedOptions extends BucketizeOptions {
  /** 'right' says the same as `right: true`, 'left' the same as false. */
  side?: 'left' | 'right'
  /** The indices that sort the sequence along its last dimension, int64 and of its shape, where it is not sorted itself. */
  sorter?: Tensor | null
}

const valuesKind = kinds.either(kinds.tensor, kinds.number)
const bucketizeKinds = { outInt32: kinds.boolean, right: kinds.boolean }
const takesSearchsorted = signature(
  'searchsorted',
  { sortedSequence: kinds.tensor, input: valuesKind },
  {},
  {
    ...bucketizeKinds,
    side: kinds.oneOf('left', 'right'),
    sorter: kinds.orNull(kinds.tensor),
  },
)
const takesBucketize = signature('bucketize', { input: valuesKind, boundaries: kinds.tensor }, {}, bucketizeKinds)

/** Where values fall among boundaries, which are rows in the values' shape or one row for all. */
function places(op: string, boundaries: Tensor, values: Tensor | number, options: BucketizeOptions): Tensor {
  const { right = false, outInt32 = false } = options
  const x = asTensor(op, values)
  const isOneRow = boundaries.ndim === 1
  const leading = x.shape.slice(0, -1)
  if (!isOneRow && (x.ndim !== boundaries.ndim || !sameShape(leading, boundaries.shape.slice(0, -1)))) {
    throw new ShapeError(
      `${op}: boundaries must be one row or agree with the values in all but the last dimension, got ${showShape(boundaries.shape)} for ${showShape(x.shape)}`,
    )
  }
  const isNumber = x.ndim === 0
  if (x.dtype !== boundaries.dtype && !isNumber) {
    throw new DTypeError(`${op}: boundaries are ${boundaries.dtype}, values ${x.dtype}`)
  }
  const dtype = promoteTypes(boundaries.dtype, x.dtype)
  const rows = broadcastTo(castTo(boundaries, dtype), [...leading, boundaries.shape.at(-1) as number])
  const out = allocate(x.shape, outInt32 ? 'int32' : 'int64')
  kernels().searchSorted(rows, castTo(x, dtype), right, out)
  return out
}

/**
 * Where each value would be put into a sorted sequence to keep it sorted: in front of equal elements, with `right` behind
 * them.
 *
 * @param sortedSequence ascending along its last dimension: shape [n] for all values, or [..., n]
 * @param values a number, or shape [..., m]; any shape where the sequence has one dimension
 * @returns indices from 0 to n, of the values' shape
 * @throws ShapeError when the leading dimensions differ, or the sorter has another shape than the sequence.
 * @throws DTypeError when the dtypes differ.
 * @throws RangeError when `side` is 'left' and `right` is true.
 * @example
 * searchsorted(tensor([1, 3, 5]), tensor([3, 6])) // tensor([1, 3])
 * @see torch.searchsorted
 */
export function searchsorted(
  sortedSequence: Tensor,
  values: Tensor | number,
  ...args: Args<SearchsortedOptions>
): Tensor {
  const { side, right = false, sorter = null, ...rest } = takesSearchsorted([sortedSequence, values], args)
  if (sortedSequence.ndim === 0) throw new ShapeError('searchsorted: the sequence needs a dimension, it is 0-d')
  if (side === 'left' && right) throw new RangeError("searchsorted: side is 'left' but right is true")
  const sequence = sorter === null ? sortedSequence : inOrder(sortedSequence, sorter)
  return places('searchsorted', sequence, values, { ...rest, right: right || side === 'right' })
}

function inOrder(sequence: Tensor, sorter: Tensor): Tensor {
  if (sorter.dtype !== 'int64') throw new DTypeError(`searchsorted: the sorter must be int64, got ${sorter.dtype}`)
  if (!sameShape(sorter.shape, sequence.shape)) {
    throw new ShapeError(
      `searchsorted: a sorter ${showShape(sorter.shape)} does not fit a sequence ${showShape(sequence.shape)}`,
    )
  }
  return sequence.detach().gather(-1, sorter)
}

/**
 * The bucket that each value falls into: the index of the first boundary that is not smaller, with `right` of the first
 * that is larger.
 *
 * @param values a number or a tensor of any shape
 * @param boundaries ascending, shape [n]
 * @returns indices from 0 to n, of the values' shape
 * @throws ShapeError when the boundaries have not one dimension.
 * @throws DTypeError when the dtypes differ.
 * @example
 * bucketize(tensor([3, 6, 9]), tensor([1, 3, 5, 7])) // tensor([1, 3, 4])
 * @see torch.bucketize
 */
export function bucketize(values: Tensor | number, boundaries: Tensor, ...args: Args<BucketizeOptions>): Tensor {
  const options = takesBucketize([values, boundaries], args)
  if (boundaries.ndim !== 1) {
    throw new ShapeError(`bucketize: the boundaries need one dimension, got ${showShape(boundaries.shape)}`)
  }
  return places('bucketize', boundaries, values, options)
}
