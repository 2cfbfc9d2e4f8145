import type { Picked, Tensor } from '@nn/tensor'
import type { PerDimension } from '../per-dimension'
import { type MaxPoolArgs, type MaxPoolOptions, maxPool } from './max-pool'

/**
 * The largest element of each window of a sequence, the first of equal ones; only to these go gradients.
 *
 * @param input shape [N, C, L] or [C, L]
 * @param kernelSize the window's size
 * @returns shape [N, C, (L + 2 padding - dilation (kernelSize - 1) - 1) / stride + 1], rounded down, or up with
 *   `ceilMode`
 * @throws RangeError for sizes, strides, paddings or dilations that are none, and for more padding than half of a
 *   window.
 * @throws ShapeError where no window fits, or the input has nothing to pool in.
 * @throws DTypeError for bool.
 * @example
 * functional.maxPool1d(tensor([[1.0, 3.5, 2.0, 0.0]]), 2) // tensor([[3.5000, 2.0000]])
 * @see torch.nn.functional.max_pool1d
 */
export function maxPool1d(
  input: Tensor,
  kernelSize: PerDimension,
  ...args: MaxPoolArgs<MaxPoolOptions & { returnIndices: true }>
): Picked
export function maxPool1d(
  input: Tensor,
  kernelSize: PerDimension,
  ...args: MaxPoolArgs<MaxPoolOptions & { returnIndices?: false }>
): Tensor
export function maxPool1d(input: Tensor, kernelSize: PerDimension, ...args: MaxPoolArgs): Tensor | Picked
export function maxPool1d(input: Tensor, kernelSize: PerDimension, ...args: MaxPoolArgs): Tensor | Picked {
  return maxPool('maxPool1d', 1, input, kernelSize, args)
}
