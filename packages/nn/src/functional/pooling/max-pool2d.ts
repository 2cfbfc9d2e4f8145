import type { Picked, Tensor } from '@nn/tensor'
import type { PerDimension } from '../per-dimension'
import { type MaxPoolArgs, type MaxPoolOptions, maxPool } from './max-pool'

/**
 * The largest element of each window of an image, the first of equal ones; only to these go gradients.
 *
 * @param input shape [N, C, H, W] or [C, H, W]
 * @param kernelSize the window's size
 * @returns shape [N, C, (H + 2 padding - dilation (kernelHeight - 1) - 1) / stride + 1, ...], rounded down, or up with
 *   `ceilMode`
 * @throws RangeError for sizes, strides, paddings or dilations that are none, and for more padding than half of a
 *   window.
 * @throws ShapeError where no window fits, or the input has nothing to pool in.
 * @throws DTypeError for bool.
 * @example
 * functional.maxPool2d(zeros([1, 8, 28, 28]), 2).shape // [1, 8, 14, 14]
 * @see torch.nn.functional.max_pool2d
 */
export function maxPool2d(
  input: Tensor,
  kernelSize: PerDimension,
  ...args: MaxPoolArgs<MaxPoolOptions & { returnIndices: true }>
): Picked
export function maxPool2d(
  input: Tensor,
  kernelSize: PerDimension,
  ...args: MaxPoolArgs<MaxPoolOptions & { returnIndices?: false }>
): Tensor
export function maxPool2d(input: Tensor, kernelSize: PerDimension, ...args: MaxPoolArgs): Tensor | Picked
export function maxPool2d(input: Tensor, kernelSize: PerDimension, ...args: MaxPoolArgs): Tensor | Picked {
  return maxPool('maxPool2d', 2, input, kernelSize, args)
}
