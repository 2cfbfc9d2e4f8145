import type { Tensor } from '@nn/tensor'
import { adaptiveAvgPool } from './adaptive-pool'
import type { AdaptiveSize } from './adaptive-windows'

/**
 * The means of a volume cut into as many windows as the output shall have elements, as even as can be.
 *
 * @param input shape [N, C, D, H, W] or [C, D, H, W]
 * @param outputSize the output's size; null keeps the input's
 * @returns shape [N, C, outputDepth, outputHeight, outputWidth]
 * @throws RangeError for sizes that are none.
 * @throws ShapeError for an input that has nothing to pool in.
 * @throws DTypeError for integers.
 * @example
 * functional.adaptiveAvgPool3d(ones([1, 8, 6, 9, 7]), [2, 3, null]).shape // [1, 8, 2, 3, 7]
 * @see torch.nn.functional.adaptive_avg_pool3d
 */
export function adaptiveAvgPool3d(input: Tensor, outputSize: AdaptiveSize, ...none: []): Tensor {
  return adaptiveAvgPool('adaptiveAvgPool3d', 3, input, outputSize, none)
}
