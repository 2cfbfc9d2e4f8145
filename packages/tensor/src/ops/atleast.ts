import type { Tensor } from '../tensor'
import { unsqueeze, view } from './view'

/** Gives one tensor for one, a list for a list. */
function each(x: Tensor | readonly Tensor[], fn: (x: Tensor) => Tensor): Tensor | Tensor[] {
  return 'storage' in x ? fn(x) : x.map(fn)
}

const to1d = (x: Tensor): Tensor => (x.ndim === 0 ? view(x, [1]) : x)
const to2d = (x: Tensor): Tensor => (x.ndim < 2 ? unsqueeze(to1d(x), 0) : x)
const to3d = (x: Tensor): Tensor => (x.ndim < 3 ? unsqueeze(to2d(x), -1) : x)

/**
 * A tensor, or each of several, with at least one dimension. Shares storage.
 *
 * @example
 * atleast1d(tensor(2)).shape // [1]
 * @see torch.atleast_1d
 */
export function atleast1d(x: Tensor): Tensor
export function atleast1d(tensors: readonly Tensor[]): Tensor[]
export function atleast1d(x: Tensor | readonly Tensor[]): Tensor | Tensor[] {
  return each(x, to1d)
}

/**
 * A tensor, or each of several, with at least two dimensions: vectors become rows. Shares storage.
 *
 * @example
 * atleast2d(tensor([1, 2])).shape // [1, 2]
 * @see torch.atleast_2d
 */
export function atleast2d(x: Tensor): Tensor
export function atleast2d(tensors: readonly Tensor[]): Tensor[]
export function atleast2d(x: Tensor | readonly Tensor[]): Tensor | Tensor[] {
  return each(x, to2d)
}

/**
 * A tensor, or each of several, with at least three dimensions: [n] becomes [1, n, 1], [m, n] becomes [m, n, 1]. Shares
 * storage.
 *
 * @example
 * atleast3d(tensor([1, 2])).shape // [1, 2, 1]
 * @see torch.atleast_3d
 */
export function atleast3d(x: Tensor): Tensor
export function atleast3d(tensors: readonly Tensor[]): Tensor[]
export function atleast3d(x: Tensor | readonly Tensor[]): Tensor | Tensor[] {
  return each(x, to3d)
}
