import { DTypeError, IndexError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { broadcastShapes, normalizeDim, reducedShape, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { zeros } from './creation'

export interface TrapezoidOptions {
  /** Where the samples were taken: shape [n], or one that broadcasts with y. Default null: they are `dx` apart. */
  x?: Tensor | null
  /** The distance between samples, where no x is given. Default 1. */
  dx?: number
  /** The dimension to integrate along. Default the last one. */
  dim?: number
}

const takesTrapezoid = signature(
  'trapezoid',
  { y: kinds.tensor },
  { x: kinds.orNull(kinds.tensor) },
  { dx: kinds.number, dim: kinds.integer },
)

/**
 * The integral of samples by the trapezoidal rule, Σ (xₖ₊₁ - xₖ)(yₖ + yₖ₊₁)/2 along a dimension.
 *
 * @returns y's shape without the dimension
 * @throws ShapeError when x does not fit y.
 * @throws DTypeError for booleans.
 * @throws IndexError when there is no such dimension.
 * @example
 * trapezoid(tensor([1, 5, 10])) // tensor(10.5000)
 * @see torch.trapezoid
 */
export function trapezoid(y: Tensor, ...args: Args<TrapezoidOptions, ['x']>): Tensor {
  const { x = null, dx = 1, dim = -1 } = takesTrapezoid([y], args)
  if (y.ndim === 0) throw new IndexError(`trapezoid: a 0-d tensor has no dimension ${dim}`)
  if (y.dtype === 'bool' || x?.dtype === 'bool') throw new DTypeError('trapezoid: not defined for bool tensors')
  const d = normalizeDim('trapezoid', dim, y.ndim)
  if (y.shape[d] === 0) return zeros(reducedShape(y.shape, [d], false), { dtype: y.dtype })
  const [left, right] = neighbours(y, d)
  const heights = left.add(right)
  if (x === null) return heights.sum(d).div(2).mul(dx)
  const places = alongside(x, y, d)
  const [start, end] = neighbours(places, d)
  broadcastShapes('trapezoid', start.shape, heights.shape)
  return heights.mul(end.sub(start)).sum(d).div(2)
}

/** All but the last and all but the first along a dimension. */
function neighbours(x: Tensor, dim: number): [Tensor, Tensor] {
  const length = Math.max((x.shape[dim] as number) - 1, 0)
  return [x.narrow(dim, 0, length), x.narrow(dim, 1, length)]
}

/** x in y's number of dimensions: a single row of places lies along `dim`, other shapes are aligned from the right. */
function alongside(x: Tensor, y: Tensor, dim: number): Tensor {
  if (x.ndim === 1) {
    if (x.shape[0] !== y.shape[dim]) {
      throw new ShapeError(
        `trapezoid: ${showShape(x.shape)} places do not fit samples ${showShape(y.shape)} along dimension ${dim}`,
      )
    }
    return x.reshape(y.shape.map((size, d) => (d === dim ? size : 1)))
  }
  const missing = Math.max(y.ndim - x.ndim, 0)
  return x.reshape([...new Array<number>(missing).fill(1), ...x.shape])
}
