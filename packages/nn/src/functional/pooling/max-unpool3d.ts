import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../per-dimension'
import { type MaxUnpoolArgs, maxUnpool } from './max-unpool'

/**
 * Puts the largest elements of the windows of a volume back to where they came from, among zeros.
 *
 * @param input shape [N, C, D, H, W] or [C, D, H, W]
 * @param indices what `maxPool3d` gives with `returnIndices`
 * @param kernelSize the window's size
 * @throws RangeError for a size, a stride or a padding that is none, and for an `outputSize` that does not fit.
 * @throws ShapeError where input and indices differ in shape.
 * @throws DTypeError for indices that are not int64.
 * @throws IndexError for an index outside of the output.
 * @example
 * const { values, indices } = functional.maxPool3d(ones([1, 2, 4, 4, 4]), 2, { returnIndices: true })
 * functional.maxUnpool3d(values, indices, 2).sum() // tensor(16.)
 * @see torch.nn.functional.max_unpool3d
 */
export function maxUnpool3d(input: Tensor, indices: Tensor, kernelSize: PerDimension, ...args: MaxUnpoolArgs): Tensor {
  return maxUnpool('maxUnpool3d', 3, input, indices, kernelSize, args)
}
