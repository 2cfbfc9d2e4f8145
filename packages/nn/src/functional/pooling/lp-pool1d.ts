import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../per-dimension'
import { type LpPoolArgs, lpPool } from './lp-pool'

/**
 * The p-norm of each window of a sequence, without the absolute values: with odd p it is the root of a sum that may be negative.
 *
 * $$ y = \sqrt[p]{\sum_i x_i^p} $$
 *
 * @param input shape [N, C, L] or [C, L]
 * @param normType p; ∞ gives the largest absolute value
 * @param kernelSize the window's size
 * @throws RangeError for sizes or strides that are none, and for a `normType` of 0.
 * @throws ShapeError where no window fits, or the input has nothing to pool in.
 * @example
 * functional.lpPool1d(tensor([[3.0, 4.0, 0.0, 0.5]]), 2, 2) // tensor([[5.0000, 0.5000]])
 * @see torch.nn.functional.lp_pool1d
 */
export function lpPool1d(input: Tensor, normType: number, kernelSize: PerDimension, ...args: LpPoolArgs): Tensor {
  return lpPool('lpPool1d', 1, input, normType, kernelSize, args)
}
