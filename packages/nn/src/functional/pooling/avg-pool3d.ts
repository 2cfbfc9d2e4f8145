import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../per-dimension'
import { avgPool } from './avg-pool'
import { type AvgPool2dArgs, takesAvgPool2d } from './avg-pool2d'

/**
 * The mean of each window of a volume.
 *
 * @param input shape [N, C, D, H, W] or [C, D, H, W]
 * @param kernelSize the window's size
 * @returns shape [N, C, (D + 2 padding - kernelDepth) / stride + 1, ...], rounded down, or up with `ceilMode`
 * @throws RangeError for sizes, strides or paddings that are none, and for more padding than half of a window.
 * @throws ShapeError where no window fits, or the input has nothing to pool in.
 * @throws DTypeError for bool and other integers than int64.
 * @example
 * functional.avgPool3d(ones([1, 8, 6, 8, 8]), 2).shape // [1, 8, 3, 4, 4]
 * @see torch.nn.functional.avg_pool3d
 */
export function avgPool3d(input: Tensor, kernelSize: PerDimension, ...args: AvgPool2dArgs): Tensor {
  return avgPool('avgPool3d', 3, input, kernelSize, takesAvgPool2d([input, kernelSize], args, 'avgPool3d'))
}
