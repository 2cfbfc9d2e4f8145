import type { Tensor } from '@nn/tensor'
import { adaptiveAvgPool } from './adaptive-pool'
import type { AdaptiveSize } from './adaptive-windows'

/**
 * The means of a sequence cut into as many windows as the output shall have elements, as even as can be.
 *
 * @param input shape [N, C, L] or [C, L]
 * @param outputSize the output's size; null keeps the input's
 * @returns shape [N, C, outputSize]
 * @throws RangeError for sizes that are none.
 * @throws ShapeError for an input that has nothing to pool in.
 * @throws DTypeError for integers.
 * @example
 * functional.adaptiveAvgPool1d(tensor([[1.0, 3.5, 2.0]]), 2) // tensor([[2.2500, 2.7500]])
 * @see torch.nn.functional.adaptive_avg_pool1d
 */
export function adaptiveAvgPool1d(input: Tensor, outputSize: AdaptiveSize, ...none: []): Tensor {
  return adaptiveAvgPool('adaptiveAvgPool1d', 1, input, outputSize, none)
}
