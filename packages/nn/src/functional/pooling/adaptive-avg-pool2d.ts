import type { Tensor } from '@nn/tensor'
import { adaptiveAvgPool } from './adaptive-pool'
import type { AdaptiveSize } from './adaptive-windows'

/**
 * The means of an image cut into as many windows as the output shall have elements, as even as can be.
 *
 * @param input shape [N, C, H, W] or [C, H, W]
 * @param outputSize the output's size; null keeps the input's
 * @returns shape [N, C, outputHeight, outputWidth]
 * @throws RangeError for sizes that are none.
 * @throws ShapeError for an input that has nothing to pool in.
 * @throws DTypeError for integers.
 * @example
 * functional.adaptiveAvgPool2d(ones([1, 8, 9, 7]), [3, null]).shape // [1, 8, 3, 7]
 * @see torch.nn.functional.adaptive_avg_pool2d
 */
export function adaptiveAvgPool2d(input: Tensor, outputSize: AdaptiveSize, ...none: []): Tensor {
  return adaptiveAvgPool('adaptiveAvgPool2d', 2, input, outputSize, none)
}
