import type { Picked, Tensor } from '@nn/tensor'
import { type AdaptiveMaxPoolArgs, adaptiveMaxPool } from './adaptive-pool'
import type { AdaptiveSize } from './adaptive-windows'

/**
 * The largest elements of an image cut into as many windows as the output shall have elements, as even as can be.
 *
 * @param input shape [N, C, H, W] or [C, H, W]
 * @param outputSize the output's size; null keeps the input's
 * @returns shape [N, C, outputHeight, outputWidth]
 * @throws RangeError for sizes that are none.
 * @throws ShapeError for an input that has nothing to pool in.
 * @throws DTypeError for integers.
 * @example
 * functional.adaptiveMaxPool2d(ones([1, 8, 9, 7]), [3, null]).shape // [1, 8, 3, 7]
 * @see torch.nn.functional.adaptive_max_pool2d
 */
export function adaptiveMaxPool2d(
  input: Tensor,
  outputSize: AdaptiveSize,
  ...args: AdaptiveMaxPoolArgs<{ returnIndices: true }>
): Picked
export function adaptiveMaxPool2d(
  input: Tensor,
  outputSize: AdaptiveSize,
  ...args: AdaptiveMaxPoolArgs<{ returnIndices?: false }>
): Tensor
export function adaptiveMaxPool2d(
  input: Tensor,
  outputSize: AdaptiveSize,
  ...args: AdaptiveMaxPoolArgs
): Tensor | Picked
export function adaptiveMaxPool2d(
  input: Tensor,
  outputSize: AdaptiveSize,
  ...args: AdaptiveMaxPoolArgs
): Tensor | Picked {
  return adaptiveMaxPool('adaptiveMaxPool2d', 2, input, outputSize, args)
}
