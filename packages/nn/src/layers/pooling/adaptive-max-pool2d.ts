import type { Picked, Tensor } from '@nn/tensor'
import { adaptiveMaxPool2d } from '../../functional/pooling/adaptive-max-pool2d'
import type { AdaptiveMaxPoolOptions } from '../../functional/pooling/adaptive-pool'
import type { AdaptiveSize } from '../../functional/pooling/adaptive-windows'
import { AdaptiveMaxPoolLayer } from './adaptive-max-pool-layer'

/**
 * The largest elements of an image, whose shape is [N, C, H, W] or [C, H, W], in as many windows as the output shall
 * have elements.
 *
 * @param outputSize the output's size; null keeps the input's
 * @param options `returnIndices`: give the places of the largest elements too, default false
 * @throws RangeError and ShapeError in `forward`, as `functional.adaptiveMaxPool2d`.
 * @example
 * new AdaptiveMaxPool2d([5, null]).forward(randn([1, 64, 8, 9])).shape // [1, 64, 5, 9]
 * @see torch.nn.AdaptiveMaxPool2d
 */
export class AdaptiveMaxPool2d<Indices extends boolean = false> extends AdaptiveMaxPoolLayer<Indices> {
  protected override pool(input: Tensor, outputSize: AdaptiveSize, options: AdaptiveMaxPoolOptions): Tensor | Picked {
    return adaptiveMaxPool2d(input, outputSize, options)
  }
}
