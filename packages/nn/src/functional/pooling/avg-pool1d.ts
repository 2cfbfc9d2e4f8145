import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../per-dimension'
import { type AvgPoolArgs, avgPool, takesAvgPool } from './avg-pool'

/**
 * The mean of each window of a sequence; means of integers are cut.
 *
 * @param input shape [N, C, L] or [C, L]
 * @param kernelSize the window's size
 * @returns shape [N, C, (L + 2 padding - kernelSize) / stride + 1], rounded down, or up with `ceilMode`
 * @throws RangeError for sizes, strides or paddings that are none, and for more padding than half of a window.
 * @throws ShapeError where no window fits, or the input has nothing to pool in.
 * @throws DTypeError for dtypes other than float32, float64 and int64.
 * @example
 * functional.avgPool1d(tensor([[1.0, 3.5, 2.0, 0.0]]), 2) // tensor([[2.2500, 1.0000]])
 * @see torch.nn.functional.avg_pool1d
 */
export function avgPool1d(input: Tensor, kernelSize: PerDimension, ...args: AvgPoolArgs): Tensor {
  return avgPool('avgPool1d', 1, input, kernelSize, takesAvgPool([input, kernelSize], args, 'avgPool1d'))
}
