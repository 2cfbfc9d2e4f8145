import { elementOf } from '../core/dtype'
import { DTypeError, IndexError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, nameStep } from '../core/op'
import { normalizeDim, sameShape, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { atleast1d } from './atleast'
import { zeros } from './creation'
import { type Listing, listedShape, type PutParams, puttingOps, takeListed } from './index-op'
import { maskedFill } from './where'

/** What an op along one dimension works on; a 0-d tensor counts as one of a single element. */
interface Along {
  readonly target: Tensor
  readonly dim: number
  readonly listed: Listing
}

function along(op: string, x: Tensor, dim: number, index: Tensor): Along {
  if (index.dtype !== 'int64' && index.dtype !== 'int32') {
    throw new DTypeError(`${op}: the index must be int64 or int32, got ${index.dtype}`)
  }
  if (index.ndim > 1) throw new ShapeError(`${op}: the index must be 0-d or 1-d, got ${showShape(index.shape)}`)
  const d = normalizeDim(op, dim, x.ndim)
  return { target: atleast1d(x), dim: d, listed: { dims: [d], lists: [atleast1d(index)], at: d } }
}

/** These ops count indices from the front only. */
function checkNotNegative(op: string, { listed, target, dim }: Along): void {
  const [list] = listed.lists as [Tensor]
  const negative = list.toTypedArray().find((index) => index < 0)
  if (negative !== undefined) {
    throw new IndexError(`${op}: index ${negative} is out of range for a dimension of size ${target.shape[dim]}`)
  }
}

/** Along which dimension something happens, and where. */
export interface IndexAlongOptions {
  /** The dimension. */
  dim: number
  /** int64 or int32, 1-d. */
  index: Tensor
}

const alongKinds = { dim: kinds.required(kinds.integer), index: kinds.required(kinds.tensor) }

const takesSelect = signature('indexSelect', { input: kinds.tensor }, alongKinds)

/**
 * The parts at the listed indices of a dimension, copied.
 *
 * @throws IndexError for an index that is negative or too large.
 * @example
 * indexSelect(tensor([[1, 2], [3, 4]]), 1, tensor([1, 1])) // tensor([[2, 2], [4, 4]])
 * @see torch.index_select
 */
export function indexSelect(x: Tensor, ...args: Args<IndexAlongOptions, ['dim', 'index']>): Tensor {
  const { dim, index } = takesSelect([x], args)
  const found = along('indexSelect', x, dim, index)
  checkNotNegative('indexSelect', found)
  if (x.ndim === 0 && index.numel() !== 1) {
    throw new ShapeError(`indexSelect: a 0-d tensor takes one index, got ${index.numel()}`)
  }
  const selected = takeListed('indexSelect', found.target, found.listed)
  return x.ndim === 0 ? selected.reshape([]) : selected
}

/** What is to be put where. */
interface Putting {
  readonly inputs: [target: Tensor, values: Tensor]
  readonly params: PutParams
}

/** One part of `source` for each index, of x's dtype. */
function putting(op: string, x: Tensor, dim: number, index: Tensor, source: Tensor, accumulate: boolean): Putting {
  const found = along(op, x, dim, index)
  checkNotNegative(op, found)
  const { target, listed } = found
  const values = target.ndim === 1 ? atleast1d(source) : source
  const shape = listedShape(target.shape, listed)
  if (!sameShape(values.shape, shape)) {
    throw new ShapeError(
      `${op}: a source ${showShape(source.shape)} does not fit ${index.numel()} indices along dimension ${dim} of ${showShape(x.shape)}`,
    )
  }
  if (source.dtype !== x.dtype) {
    throw new DTypeError(`${op}: the source must be ${x.dtype} like the tensor, got ${source.dtype}`)
  }
  return { inputs: [target, values], params: { ...listed, accumulate } }
}

export interface IndexAddOptions extends IndexAlongOptions {
  /** As x, but with one part for each index along the dimension. */
  source: Tensor
  /** What the source is multiplied by. Default 1. */
  alpha?: number | boolean
}

function scaled(source: Tensor, alpha: number | boolean): Tensor {
  return Number(alpha) === 1 ? source : source.mul(source.dtype === 'bool' ? Boolean(alpha) : Number(alpha))
}

const puttingKinds = { ...alongKinds, source: kinds.required(kinds.tensor) }

const takesAdd = signature('indexAdd', { input: kinds.tensor }, puttingKinds, {
  alpha: kinds.either(kinds.number, kinds.boolean),
})

/**
 * A copy of x with alpha · source added at the listed indices of a dimension; indices may be listed more than once.
 *
 * @throws ShapeError where the source does not fit, IndexError for an index out of range.
 * @example
 * indexAdd(tensor([1, 2, 3]), 0, tensor([0, 0]), tensor([10, 20])) // tensor([31, 2, 3])
 * @see torch.index_add
 */
export function indexAdd(x: Tensor, ...args: Args<IndexAddOptions, ['dim', 'index', 'source']>): Tensor {
  const { dim, index, source, alpha = 1 } = takesAdd([x], args)
  const { inputs, params } = putting('indexAdd', x, dim, index, scaled(source, alpha), true)
  return nameStep('IndexAddBackward0', apply(puttingOps.indexAdd, inputs, params).reshape(x.shape))
}

export type IndexCopyOptions = Omit<IndexAddOptions, 'alpha'>

const takesCopy = signature('indexCopy', { input: kinds.tensor }, puttingKinds)

/**
 * A copy of x with the parts of `source` at the listed indices of a dimension.
 *
 * @param args no index should be listed twice
 * @throws ShapeError where the source does not fit, IndexError for an index out of range.
 * @example
 * indexCopy(tensor([1, 2, 3]), 0, tensor([2, 0]), tensor([10, 20])) // tensor([20, 2, 10])
 * @see torch.index_copy
 */
export function indexCopy(x: Tensor, ...args: Args<IndexCopyOptions, ['dim', 'index', 'source']>): Tensor {
  const { dim, index, source } = takesCopy([x], args)
  const { inputs, params } = putting('indexCopy', x, dim, index, source, false)
  return nameStep('IndexCopyBackward0', apply(puttingOps.indexCopy, inputs, params).reshape(x.shape))
}

/** Where a dimension of x is listed, as a mask that broadcasts to x. */
function maskOf(x: Tensor, dim: number, index: Tensor): Tensor {
  const { target, dim: d, listed } = along('indexFill', x, dim, index)
  const size = target.shape[d] as number
  const mask = zeros([size], { dtype: 'bool' })
  for (const place of (listed.lists[0] as Tensor).toTypedArray()) {
    if (place < -size || place >= size) {
      throw new IndexError(`indexFill: index ${place} is out of range for dimension ${d} of size ${size}`)
    }
    mask.storage.data[place < 0 ? place + size : place] = 1
  }
  return mask.reshape(x.shape.map((_, i) => (i === d ? size : 1)))
}

function fillerFor(x: Tensor, value: Tensor | number | boolean): Tensor | number {
  if (typeof value !== 'object') return elementOf('indexFill', Number(value), x.dtype)
  if (value.ndim === 0) return value
  throw new ShapeError(`indexFill: the value must be a number or a 0-d tensor, got ${showShape(value.shape)}`)
}

export interface IndexFillOptions extends IndexAlongOptions {
  /** A number or a 0-d tensor. */
  value: Tensor | number | boolean
}

const takesFill = signature(
  'indexFill',
  { input: kinds.tensor },
  { ...alongKinds, value: kinds.required(kinds.operand) },
)

/**
 * A copy of x with one value at the listed indices of a dimension.
 *
 * @throws IndexError for an index out of range.
 * @example
 * indexFill(tensor([1, 2, 3]), 0, tensor([0, 2]), -1) // tensor([-1, 2, -1])
 * @see torch.Tensor.index_fill
 */
export function indexFill(x: Tensor, ...args: Args<IndexFillOptions, ['dim', 'index', 'value']>): Tensor {
  const { dim, index, value } = takesFill([x], args)
  const filled = maskedFill(x, maskOf(x, dim, index), fillerFor(x, value))
  return nameStep(`IndexFillBackward${typeof value === 'object' ? 1 : 0}`, filled)
}
