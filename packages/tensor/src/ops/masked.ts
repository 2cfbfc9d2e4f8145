import { DTypeError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { atleast1d } from './atleast'
import { commonShape } from './broadcast'
import { type Listing, putListed, takeListed } from './index-op'
import { nonzero } from './nonzero'

/** x in the shape that it and the mask broadcast to, and where the mask is true there. */
function masked(op: string, x: Tensor, mask: Tensor): { target: Tensor; listed: Listing; count: number } {
  if (mask.dtype !== 'bool') throw new DTypeError(`${op}: the mask must be a bool tensor, got ${mask.dtype}`)
  const shape = commonShape(op, [x, mask])
  const target = atleast1d(x.expand(shape))
  const lists = nonzero(atleast1d(mask.expand(shape)), { asTuple: true })
  return { target, listed: { dims: lists.map((_, d) => d), lists, at: 0 }, count: (lists[0] as Tensor).numel() }
}

const takesSelect = signature('maskedSelect', { input: kinds.tensor, mask: kinds.tensor })

/**
 * The elements where the mask is true, one after another in row-major order.
 *
 * @param mask bool; x and the mask broadcast
 * @returns shape [number of true elements]
 * @throws DTypeError when the mask is not bool.
 * @example
 * const x = tensor([-1, 2, -3])
 * maskedSelect(x, x.lt(0)) // tensor([-1, -3])
 * @see torch.masked_select
 */
export function maskedSelect(x: Tensor, mask: Tensor, ...none: []): Tensor {
  takesSelect([x, mask], none)
  const { target, listed } = masked('maskedSelect', x, mask)
  return takeListed('maskedSelect', target, listed)
}

const takesScatter = signature('maskedScatter', { input: kinds.tensor, mask: kinds.tensor, source: kinds.tensor })

/**
 * A copy of x with the elements of `source`, in row-major order, where the mask is true.
 *
 * @param mask bool; x and the mask broadcast
 * @param source of x's dtype, with at least as many elements as the mask has true ones
 * @throws DTypeError when the mask is not bool or the dtypes differ, ShapeError for too few elements.
 * @example
 * maskedScatter(tensor([0, 0, 0]), tensor([true, false, true]), tensor([1, 2, 3])) // tensor([1, 0, 2])
 * @see torch.Tensor.masked_scatter
 */
export function maskedScatter(x: Tensor, mask: Tensor, source: Tensor, ...none: []): Tensor {
  takesScatter([x, mask, source], none)
  const { target, listed, count } = masked('maskedScatter', x, mask)
  if (source.dtype !== x.dtype) {
    throw new DTypeError(`maskedScatter: the source must be ${x.dtype} like the tensor, got ${source.dtype}`)
  }
  if (source.numel() < count) {
    throw new ShapeError(`maskedScatter: the mask is true ${count} times, the source has ${source.numel()} elements`)
  }
  const out = putListed('maskedScatter', target, listed, source.reshape(-1).narrow(0, 0, count), false)
  return x.ndim === 0 && mask.ndim === 0 ? out.reshape([]) : out
}
