import type { Picked, Tensor } from '@nn/tensor'
import type { PerDimension } from '../per-dimension'
import { type MaxPoolArgs, type MaxPoolOptions, maxPool } from './max-pool'

/**
 * The largest element of each window of a volume, the first of equal ones; only to these go gradients.
 *
 * @param input shape [N, C, D, H, W] or [C, D, H, W]
 * @param kernelSize the window's size
 * @returns shape [N, C, (D + 2 padding - dilation (kernelDepth - 1) - 1) / stride + 1, ...], rounded down, or up with
 *   `ceilMode`
 * @throws RangeError for sizes, strides, paddings or dilations that are none, and for more padding than half of a
 *   window.
 * @throws ShapeError where no window fits, or the input has nothing to pool in.
 * @throws DTypeError for bool.
 * @example
 * functional.maxPool3d(zeros([1, 8, 6, 8, 8]), 2).shape // [1, 8, 3, 4, 4]
 * @see torch.nn.functional.max_pool3d
 */
export function maxPool3d(
  input: Tensor,
  kernelSize: PerDimension,
  ...args: MaxPoolArgs<MaxPoolOptions & { returnIndices: true }>
): Picked
export function maxPool3d(
  input: Tensor,
  kernelSize: PerDimension,
  ...args: MaxPoolArgs<MaxPoolOptions & { returnIndices?: false }>
): Tensor
export function maxPool3d(input: Tensor, kernelSize: PerDimension, ...args: MaxPoolArgs): Tensor | Picked
export function maxPool3d(input: Tensor, kernelSize: PerDimension, ...args: MaxPoolArgs): Tensor | Picked {
  return maxPool('maxPool3d', 3, input, kernelSize, args)
}
