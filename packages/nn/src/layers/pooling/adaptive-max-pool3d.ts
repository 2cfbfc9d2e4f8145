import type { Picked, Tensor } from '@nn/tensor'
import { adaptiveMaxPool3d } from '../../functional/pooling/adaptive-max-pool3d'
import type { AdaptiveMaxPoolOptions } from '../../functional/pooling/adaptive-pool'
import type { AdaptiveSize } from '../../functional/pooling/adaptive-windows'
import { AdaptiveMaxPoolLayer } from './adaptive-max-pool-layer'

/**
 * The largest elements of a volume, whose shape is [N, C, D, H, W] or [C, D, H, W], in as many windows as the output shall
 * have elements.
 *
 * @param outputSize the output's size; null keeps the input's
 * @param options `returnIndices`: give the places of the largest elements too, default false
 * @throws RangeError and ShapeError in `forward`, as `functional.adaptiveMaxPool3d`.
 * @example
 * new AdaptiveMaxPool3d([2, 3, null]).forward(randn([1, 8, 6, 8, 9])).shape // [1, 8, 2, 3, 9]
 * @see torch.nn.AdaptiveMaxPool3d
 */
export class AdaptiveMaxPool3d<Indices extends boolean = false> extends AdaptiveMaxPoolLayer<Indices> {
  protected override pool(input: Tensor, outputSize: AdaptiveSize, options: AdaptiveMaxPoolOptions): Tensor | Picked {
    return adaptiveMaxPool3d(input, outputSize, options)
  }
}
