import type { Picked, Tensor } from '@nn/tensor'
import { type AdaptiveMaxPoolArgs, adaptiveMaxPool } from './adaptive-pool'
import type { AdaptiveSize } from './adaptive-windows'

/**
 * The largest elements of a sequence cut into as many windows as the output shall have elements, as even as can be.
 *
 * @param input shape [N, C, L] or [C, L]
 * @param outputSize the output's size; null keeps the input's
 * @returns shape [N, C, outputSize]
 * @throws RangeError for sizes that are none.
 * @throws ShapeError for an input that has nothing to pool in.
 * @throws DTypeError for integers.
 * @example
 * functional.adaptiveMaxPool1d(tensor([[1.0, 3.5, 2.0]]), 2) // tensor([[3.5000, 3.5000]])
 * @see torch.nn.functional.adaptive_max_pool1d
 */
export function adaptiveMaxPool1d(
  input: Tensor,
  outputSize: AdaptiveSize,
  ...args: AdaptiveMaxPoolArgs<{ returnIndices: true }>
): Picked
export function adaptiveMaxPool1d(
  input: Tensor,
  outputSize: AdaptiveSize,
  ...args: AdaptiveMaxPoolArgs<{ returnIndices?: false }>
): Tensor
export function adaptiveMaxPool1d(
  input: Tensor,
  outputSize: AdaptiveSize,
  ...args: AdaptiveMaxPoolArgs
): Tensor | Picked
export function adaptiveMaxPool1d(
  input: Tensor,
  outputSize: AdaptiveSize,
  ...args: AdaptiveMaxPoolArgs
): Tensor | Picked {
  return adaptiveMaxPool('adaptiveMaxPool1d', 1, input, outputSize, args)
}
