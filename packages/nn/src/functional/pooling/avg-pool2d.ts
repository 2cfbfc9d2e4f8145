import { type Args, kinds, type Signature, signature, type Tensor } from '@nn/tensor'
import type { PerDimension } from '../per-dimension'
import { type AvgPoolOptions, avgPool, avgPoolKinds, avgPoolOperands } from './avg-pool'

export interface AvgPool2dOptions extends AvgPoolOptions {
  /** What each sum is divided by, instead of the window's number of elements. */
  divisorOverride?: number | null
}

/** What follows the window's size in `avgPool2d` and `avgPool3d`. */
export type AvgPool2dArgs = Args<
  AvgPool2dOptions,
  ['stride', 'padding', 'ceilMode', 'countIncludePad', 'divisorOverride']
>

export const takesAvgPool2d: Signature<AvgPool2dOptions> = signature('avgPool2d', avgPoolOperands, {
  ...avgPoolKinds,
  divisorOverride: kinds.orNull(kinds.integer),
})

/**
 * The mean of each window of an image; means of integers are cut.
 *
 * @param input shape [N, C, H, W] or [C, H, W]
 * @param kernelSize the window's size
 * @returns shape [N, C, (H + 2 padding - kernelHeight) / stride + 1, ...], rounded down, or up with `ceilMode`
 * @throws RangeError for sizes, strides or paddings that are none, and for more padding than half of a window.
 * @throws ShapeError where no window fits, or the input has nothing to pool in.
 * @throws DTypeError for dtypes other than float32, float64 and int64.
 * @example
 * functional.avgPool2d(ones([1, 8, 28, 28]), 2).shape // [1, 8, 14, 14]
 * @see torch.nn.functional.avg_pool2d
 */
export function avgPool2d(input: Tensor, kernelSize: PerDimension, ...args: AvgPool2dArgs): Tensor {
  return avgPool('avgPool2d', 2, input, kernelSize, takesAvgPool2d([input, kernelSize], args, 'avgPool2d'))
}
