import { sameShape } from '../core/shape'
import type { Tensor } from '../tensor'

/**
 * Whether two tensors have the same shape and the same elements. NaN equals nothing.
 *
 * @example
 * equal(tensor([1, 2]), tensor([1, 2])) // true
 * equal(tensor([1, 2]), tensor([[1, 2]])) // false
 * @see torch.equal
 */
export function equal(a: Tensor, b: Tensor): boolean {
  return sameShape(a.shape, b.shape) && a.eq(b).all().item() === 1
}
