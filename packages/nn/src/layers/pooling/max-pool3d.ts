import type { Picked, Tensor } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import type { MaxPoolOptions } from '../../functional/pooling/max-pool'
import { maxPool3d } from '../../functional/pooling/max-pool3d'
import { MaxPoolLayer } from './max-pool-layer'

/**
 * The largest element of each window of a volume, whose shape is [N, C, D, H, W] or [C, D, H, W].
 *
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `padding`, `dilation`, `ceilMode`, `returnIndices`
 * @throws RangeError and ShapeError in `forward`, as `functional.maxPool3d`.
 * @example
 * new MaxPool3d(2).forward(randn([2, 4, 6, 8, 8])).shape // [2, 4, 3, 4, 4]
 * @see torch.nn.MaxPool3d
 */
export class MaxPool3d<Indices extends boolean = false> extends MaxPoolLayer<Indices> {
  protected override pool(input: Tensor, kernelSize: PerDimension, options: MaxPoolOptions): Tensor | Picked {
    return maxPool3d(input, kernelSize, options)
  }
}
