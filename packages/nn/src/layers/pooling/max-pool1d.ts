import type { Tensor } from '@nn/tensor'
import { maxPool1d } from '../../functional/pooling/max-pool1d'
import { MaxPoolLayer } from './max-pool-layer'

/**
 * The largest element of each window of a sequence, whose shape is [N, C, L] or [C, L].
 *
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `padding`, `dilation`, `ceilMode`
 * @throws RangeError and ShapeError in `forward`, as `functional.maxPool1d`.
 * @example
 * new MaxPool1d(2).forward(randn([20, 16, 50])).shape // [20, 16, 25]
 * @see torch.nn.MaxPool1d
 */
export class MaxPool1d extends MaxPoolLayer {
  forward(input: Tensor): Tensor {
    const { kernelSize, stride, padding, dilation, ceilMode } = this
    return maxPool1d(input, kernelSize, { stride, padding, dilation, ceilMode })
  }
}
