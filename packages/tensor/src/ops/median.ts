import { isFloatingPoint } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import { apply, type Op } from '../core/op'
import { normalizeDim, showShape } from '../core/shape'
import type { Tensor } from '../tensor'
import { full } from './creation'
import { type PickArgs, pickOptions } from './extremes'
import { type Picked, pick } from './pick'
import { shareEvenly } from './share-evenly'
import { argsort } from './sort'
import { where } from './where'

/** The index of the median along a dimension, kept as size 1: the lower of two in the middle, or the first NaN. */
function medianIndex(x: Tensor, dim: number): Tensor {
  const size = x.shape[dim] ?? 1
  if (size === 0) throw new ShapeError(`median: dimension ${dim} of ${showShape(x.shape)} is empty and has no median`)
  if (x.dtype === 'bool') throw new DTypeError("median: not defined for bool tensors; convert with to('uint8') first")
  const nans = x.isnan().sum(dim, { keepdim: true })
  const firstNan = nans.neg().add(size)
  const middle = Math.floor((size - 1) / 2)
  return argsort(x, dim).gather(dim, where(nans.gt(0), firstNan, middle))
}

const medianOfAll: Op<[Tensor]> = {
  name: 'median',
  forward(context, [x]) {
    const flat = x.reshape(-1)
    const isNothing = x.numel() === 0 && isFloatingPoint(x.dtype)
    const out = isNothing ? full([], NaN, { dtype: x.dtype }) : flat.gather(0, medianIndex(flat, 0)).view([])
    context.save(x, out)
    return out
  },
  backward({ saved }, grad) {
    const [x, y] = saved as [Tensor, Tensor]
    const reached = Number.isNaN(y.item()) ? x.isnan() : x.eq(y)
    return [
      shareEvenly(
        grad,
        reached,
        x.shape.map((_, d) => d),
      ),
    ]
  },
}

/**
 * The median of all elements, or along a dimension together with where it is: of two in the middle the lower one, and NaN
 * where any element is. Of no elements at all it is NaN.
 *
 * @throws ShapeError for an empty dimension, and for no integers.
 * @throws DTypeError for booleans.
 * @example
 * median(tensor([4, 1, 3, 2])) // tensor(2)
 * median(tensor([[4, 1, 3]]), 1).indices // tensor([2])
 * @see torch.median
 */
export function median(x: Tensor): Tensor
export function median(x: Tensor, ...args: PickArgs): Picked
export function median(x: Tensor, ...args: readonly unknown[]): Tensor | Picked {
  return medianOf(x, args)
}

/** Both forms of `median`: of all elements, and along a dimension. */
export function medianOf(x: Tensor, args: readonly unknown[]): Tensor | Picked {
  const { dim, keepdim = false } = pickOptions('median', x, args)
  if (dim === undefined) return apply(medianOfAll, [x], undefined)
  const d = normalizeDim('median', dim, x.ndim)
  return pick('median', x, d, medianIndex(x, d), keepdim)
}
