import type { Tensor } from '@nn/tensor'
import { maxPool2d } from '../../functional/pooling/max-pool2d'
import { MaxPoolLayer } from './max-pool-layer'

/**
 * The largest element of each window of an image, whose shape is [N, C, H, W] or [C, H, W].
 *
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `padding`, `dilation`, `ceilMode`
 * @throws RangeError and ShapeError in `forward`, as `functional.maxPool2d`.
 * @example
 * new MaxPool2d(2).forward(randn([64, 8, 28, 28])).shape // [64, 8, 14, 14]
 * @see torch.nn.MaxPool2d
 */
export class MaxPool2d extends MaxPoolLayer {
  forward(input: Tensor): Tensor {
    const { kernelSize, stride, padding, dilation, ceilMode } = this
    return maxPool2d(input, kernelSize, { stride, padding, dilation, ceilMode })
  }
}
