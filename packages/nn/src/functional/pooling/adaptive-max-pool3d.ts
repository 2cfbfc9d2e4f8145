import type { Picked, Tensor } from '@nn/tensor'
import { type AdaptiveMaxPoolArgs, adaptiveMaxPool } from './adaptive-pool'
import type { AdaptiveSize } from './adaptive-windows'

/**
 * The largest elements of a volume cut into as many windows as the output shall have elements, as even as can be.
 *
 * @param input shape [N, C, D, H, W] or [C, D, H, W]
 * @param outputSize the output's size; null keeps the input's
 * @returns shape [N, C, outputDepth, outputHeight, outputWidth]
 * @throws RangeError for sizes that are none.
 * @throws ShapeError for an input that has nothing to pool in.
 * @throws DTypeError for integers.
 * @example
 * functional.adaptiveMaxPool3d(ones([1, 8, 6, 9, 7]), [2, 3, null]).shape // [1, 8, 2, 3, 7]
 * @see torch.nn.functional.adaptive_max_pool3d
 */
export function adaptiveMaxPool3d(
  input: Tensor,
  outputSize: AdaptiveSize,
  ...args: AdaptiveMaxPoolArgs<{ returnIndices: true }>
): Picked
export function adaptiveMaxPool3d(
  input: Tensor,
  outputSize: AdaptiveSize,
  ...args: AdaptiveMaxPoolArgs<{ returnIndices?: false }>
): Tensor
export function adaptiveMaxPool3d(
  input: Tensor,
  outputSize: AdaptiveSize,
  ...args: AdaptiveMaxPoolArgs
): Tensor | Picked
export function adaptiveMaxPool3d(
  input: Tensor,
  outputSize: AdaptiveSize,
  ...args: AdaptiveMaxPoolArgs
): Tensor | Picked {
  return adaptiveMaxPool('adaptiveMaxPool3d', 3, input, outputSize, args)
}
