import type { Picked, Tensor } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import type { MaxPoolOptions } from '../../functional/pooling/max-pool'
import { maxPool2d } from '../../functional/pooling/max-pool2d'
import { MaxPoolLayer } from './max-pool-layer'

/**
 * The largest element of each window of an image, whose shape is [N, C, H, W] or [C, H, W].
 *
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `padding`, `dilation`, `ceilMode`, `returnIndices`
 * @throws RangeError and ShapeError in `forward`, as `functional.maxPool2d`.
 * @example
 * new MaxPool2d(2).forward(randn([64, 8, 28, 28])).shape // [64, 8, 14, 14]
 * @see torch.nn.MaxPool2d
 */
export class MaxPool2d<Indices extends boolean = false> extends MaxPoolLayer<Indices> {
  protected override pool(input: Tensor, kernelSize: PerDimension, options: MaxPoolOptions): Tensor | Picked {
    return maxPool2d(input, kernelSize, options)
  }
}
