import { sameShape } from '../core/shape'
import type { Tensor } from '../tensor'
import { takesTwo } from './takes'

/**
 * Whether two tensors have the same shape and the same elements. NaN equals nothing.
 *
 * @example
 * equal(tensor([1, 2]), tensor([1, 2])) // true
 * equal(tensor([1, 2]), tensor([[1, 2]])) // false
 * @see torch.equal
 */
export function equal(a: Tensor, b: Tensor, ...none: []): boolean {
  takesTwo([a, b], none, 'equal')
  return sameShape(a.shape, b.shape) && a.eq(b).all().item() === 1
}
