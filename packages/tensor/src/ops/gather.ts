import { DTypeError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { normalizeDim, type Shape, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { takeAlong } from './pick'

export interface GatherOptions {
  /** The dimension that the index counts along. */
  dim: number
  /** int64 or int32, with as many dimensions as x; not larger than x in the other dimensions. */
  index: Tensor
}

const takesGather = signature(
  'gather',
  { input: kinds.tensor },
  { dim: kinds.required(kinds.integer), index: kinds.required(kinds.tensor) },
)

/**
 * out[i][j] = x[index[i][j]][j] for dimension 0, and likewise along others.
 *
 * @throws ShapeError where the index does not fit, IndexError for an index out of range.
 * @example
 * gather(tensor([[1, 2], [3, 4]]), 1, tensor([[0], [1]])) // tensor([[1], [4]])
 * @see torch.gather
 */
export function gather(x: Tensor, ...args: Args<GatherOptions, ['dim', 'index']>): Tensor {
  const { dim, index } = takesGather([x], args)
  const d = normalizeDim('gather', dim, x.ndim)
  if (index.numel() > 0) {
    checkIndexDtype('gather', index)
    checkIndexShape('gather', index, x.shape, d)
  }
  return takeAlong(x, d, index)
}

export function checkIndexDtype(op: string, index: Tensor): void {
  if (index.dtype !== 'int64' && index.dtype !== 'int32') {
    throw new DTypeError(`${op}: the index must be int64 or int32, got ${index.dtype}`)
  }
}

/** The index may be smaller than the tensor that it is for, and larger along the dimension that it replaces. */
export function checkIndexShape(op: string, index: Tensor, shape: Shape, dim: number | null): void {
  // A 0-d tensor counts as one of a single element.
  const own = index.ndim === 0 ? [1] : index.shape
  const other = shape.length === 0 ? [1] : shape
  if (own.length !== other.length || !own.every((size, d) => d === dim || size <= (other[d] as number))) {
    throw new ShapeError(
      `${op}: an index ${showShape(index.shape)} does not fit a tensor ${showShape(shape)}${dim === null ? '' : ` along dimension ${dim}`}`,
    )
  }
}
