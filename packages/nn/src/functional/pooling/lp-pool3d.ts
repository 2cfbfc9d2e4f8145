import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../per-dimension'
import { type LpPoolArgs, lpPool } from './lp-pool'

/**
 * The p-norm of each window of a volume, without the absolute values: with odd p it is the root of a sum that may be negative.
 *
 * $$ y = \sqrt[p]{\sum_i x_i^p} $$
 *
 * @param input shape [N, C, D, H, W] or [C, D, H, W]
 * @param normType p; ∞ gives the largest absolute value
 * @param kernelSize the window's size
 * @throws RangeError for sizes or strides that are none, and for a `normType` of 0.
 * @throws ShapeError where no window fits, or the input has nothing to pool in.
 * @example
 * functional.lpPool3d(ones([1, 4, 4, 4]), 3, 2) // tensor([[[[2., 2.], [2., 2.]], [[2., 2.], [2., 2.]]]])
 * @see torch.nn.functional.lp_pool3d
 */
export function lpPool3d(input: Tensor, normType: number, kernelSize: PerDimension, ...args: LpPoolArgs): Tensor {
  return lpPool('lpPool3d', 3, input, normType, kernelSize, args)
}
