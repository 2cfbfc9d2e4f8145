import { gathered, type Tensors } from '../core/gathered'
import { isTensor } from '../core/is-tensor'
import * as kinds from '../core/kinds'
import { signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { unsqueeze, view } from './view'

const takesTensors = signature('', { tensors: kinds.tensors })

/** Gives one tensor for one, a list for several or for a list. */
function each(op: string, args: readonly unknown[], fn: (x: Tensor) => Tensor): Tensor | Tensor[] {
  const [tensors, rest] = gathered(args, kinds.tensor)
  takesTensors([tensors], rest, op)
  const results = (tensors as readonly Tensor[]).map(fn)
  return args.length === 1 && isTensor(args[0]) ? (results[0] as Tensor) : results
}

export const to1d = (x: Tensor): Tensor => (x.ndim === 0 ? view(x, [1]) : x)
export const to2d = (x: Tensor): Tensor => (x.ndim < 2 ? unsqueeze(to1d(x), 0) : x)
export const to3d = (x: Tensor): Tensor => (x.ndim < 3 ? unsqueeze(to2d(x), -1) : x)

/**
 * A tensor, or each of several, with at least one dimension. Shares storage.
 *
 * @example
 * atleast1d(tensor(2)).shape // [1]
 * @see torch.atleast_1d
 */
export function atleast1d(x: Tensor): Tensor
export function atleast1d(...tensors: Tensors): Tensor[]
export function atleast1d(...args: readonly unknown[]): Tensor | Tensor[] {
  return each('atleast1d', args, to1d)
}

/**
 * A tensor, or each of several, with at least two dimensions: vectors become rows. Shares storage.
 *
 * @example
 * atleast2d(tensor([1, 2])).shape // [1, 2]
 * @see torch.atleast_2d
 */
export function atleast2d(x: Tensor): Tensor
export function atleast2d(...tensors: Tensors): Tensor[]
export function atleast2d(...args: readonly unknown[]): Tensor | Tensor[] {
  return each('atleast2d', args, to2d)
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
export function atleast3d(...tensors: Tensors): Tensor[]
export function atleast3d(...args: readonly unknown[]): Tensor | Tensor[] {
  return each('atleast3d', args, to3d)
}
