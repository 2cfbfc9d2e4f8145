import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import type { AvgPool2dOptions } from '../../functional/pooling/avg-pool2d'
import { avgPool3d } from '../../functional/pooling/avg-pool3d'
import { AvgPoolLayer } from './avg-pool-layer'

/**
 * The mean of each window of a volume, whose shape is [N, C, D, H, W] or [C, D, H, W].
 *
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `padding`, `ceilMode`, `countIncludePad`, `divisorOverride`
 * @throws RangeError and ShapeError in `forward`, as `functional.avgPool3d`.
 * @example
 * new AvgPool3d(2).forward(randn([2, 4, 6, 8, 8])).shape // [2, 4, 3, 4, 4]
 * @see torch.nn.AvgPool3d
 */
export class AvgPool3d extends AvgPoolLayer {
  protected override pool(input: Tensor, kernelSize: PerDimension, options: AvgPool2dOptions): Tensor {
    return avgPool3d(input, kernelSize, options)
  }
}
