import { DTypeError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { broadcastShapes, normalizeDim, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { checkIndices } from './check-indices'
import { gather } from './gather'
import { takeListed } from './index-op'
import { where } from './where'

const takesTake = signature('take', { input: kinds.tensor, index: kinds.tensor })

function checkIndexDtype(op: string, index: Tensor): void {
  if (index.dtype !== 'int64') throw new DTypeError(`${op}: the index must be int64, got ${index.dtype}`)
}

/**
 * The elements at the given places of x in row-major order, in the shape of the index.
 *
 * @param index int64; negative places count from the end
 * @throws IndexError for a place out of range.
 * @example
 * take(tensor([[1, 2], [3, 4]]), tensor([0, -1])) // tensor([1, 4])
 * @see torch.take
 */
export function take(x: Tensor, index: Tensor, ...none: []): Tensor {
  takesTake([x, index], none)
  checkIndexDtype('take', index)
  return takeListed('take', x.reshape(-1), { dims: [0], lists: [index], at: 0 })
}

export interface TakeAlongDimOptions {
  /** The dimension. Default null: x and the index are taken in row-major order. */
  dim?: number | null
}

const takesTakeAlongDim = signature(
  'takeAlongDim',
  { input: kinds.tensor, indices: kinds.tensor },
  { dim: kinds.orNull(kinds.integer) },
)

/**
 * out[i][j] = x[i][index[i][j]] along dimension 1, and likewise along others: what `argmax` and the like found. Other
 * dimensions broadcast.
 *
 * @param index int64, with as many dimensions as x; negative indices count from the end
 * @throws ShapeError where the index does not fit, IndexError for one out of range.
 * @example
 * const x = tensor([[3, 1, 2]])
 * takeAlongDim(x, x.argmax(1, { keepdim: true }), 1) // tensor([[3]])
 * @see torch.take_along_dim
 */
export function takeAlongDim(x: Tensor, index: Tensor, ...args: Args<TakeAlongDimOptions, ['dim']>): Tensor {
  const { dim = null } = takesTakeAlongDim([x, index], args)
  checkIndexDtype('takeAlongDim', index)
  if (dim === null) return takeAlongDim(x.reshape(-1), index.reshape(-1), 0)
  if (index.ndim !== x.ndim) {
    throw new ShapeError(
      `takeAlongDim: an index ${showShape(index.shape)} does not have the dimensions of ${showShape(x.shape)}`,
    )
  }
  const d = normalizeDim('takeAlongDim', dim, x.ndim)
  const without = (shape: readonly number[]): number[] => shape.map((size, i) => (i === d ? 1 : size))
  const common = broadcastShapes('takeAlongDim', without(x.shape), without(index.shape))
  const sizeOf = (y: Tensor): number[] => common.map((size, i) => (i === d ? (y.shape[d] as number) : size))
  const size = x.shape[d] ?? 1
  // Where nothing is taken, any index will do.
  if (!common.includes(0)) checkIndices('takeAlongDim', index, -size, size)
  const fromFront = where(index.lt(0), index.add(size), index)
  return gather(x.expand(sizeOf(x)), d, fromFront.expand(sizeOf(index)))
}
