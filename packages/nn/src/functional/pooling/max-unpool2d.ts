import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../per-dimension'
import { type MaxUnpoolArgs, maxUnpool } from './max-unpool'

/**
 * Puts the largest elements of the windows of a image back to where they came from, among zeros.
 *
 * @param input shape [N, C, H, W] or [C, H, W]
 * @param indices what `maxPool2d` gives with `returnIndices`
 * @param kernelSize the window's size
 * @throws RangeError for a size, a stride or a padding that is none, and for an `outputSize` that does not fit.
 * @throws ShapeError where input and indices differ in shape.
 * @throws DTypeError for indices that are not int64.
 * @throws IndexError for an index outside of the output.
 * @example
 * const { values, indices } = functional.maxPool2d(tensor([[[1, 3], [2, 0]]]), 2, { returnIndices: true })
 * functional.maxUnpool2d(values, indices, 2) // tensor([[[0, 3], [0, 0]]])
 * @see torch.nn.functional.max_unpool2d
 */
export function maxUnpool2d(input: Tensor, indices: Tensor, kernelSize: PerDimension, ...args: MaxUnpoolArgs): Tensor {
  return maxUnpool('maxUnpool2d', 2, input, indices, kernelSize, args)
}
