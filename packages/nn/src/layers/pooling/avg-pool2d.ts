import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import { type AvgPool2dOptions, avgPool2d } from '../../functional/pooling/avg-pool2d'
import { AvgPoolLayer } from './avg-pool-layer'

/**
 * The mean of each window of an image, whose shape is [N, C, H, W] or [C, H, W].
 *
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `padding`, `ceilMode`, `countIncludePad`, `divisorOverride`
 * @throws RangeError and ShapeError in `forward`, as `functional.avgPool2d`.
 * @example
 * new AvgPool2d(2).forward(randn([64, 8, 28, 28])).shape // [64, 8, 14, 14]
 * @see torch.nn.AvgPool2d
 */
export class AvgPool2d extends AvgPoolLayer {
  protected override pool(input: Tensor, kernelSize: PerDimension, options: AvgPool2dOptions): Tensor {
    return avgPool2d(input, kernelSize, options)
  }
}
