import type { Tensor } from '../tensor'
import type { Dims } from './reduction'
import { sum } from './sum'

/**
 * How many elements are not 0, over dimensions or of all. NaN is not 0.
 *
 * @returns int64
 * @throws IndexError when there is no such dimension.
 * @example
 * countNonzero(tensor([[1, 0], [2, 3]]), 0) // tensor([2, 1])
 * @see torch.count_nonzero
 */
export function countNonzero(x: Tensor, dim?: Dims): Tensor {
  return sum(x.ne(0), dim)
}
