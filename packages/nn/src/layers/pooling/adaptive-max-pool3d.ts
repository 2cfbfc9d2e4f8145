import type { Tensor } from '@nn/tensor'
import { adaptiveMaxPool3d } from '../../functional/pooling/adaptive-max-pool3d'
import { AdaptivePoolLayer } from './adaptive-pool-layer'

/**
 * The largest elements of a volume, whose shape is [N, C, D, H, W] or [C, D, H, W], in as many windows as the output shall
 * have elements.
 *
 * @param outputSize the output's size; null keeps the input's
 * @throws RangeError and ShapeError in `forward`, as `functional.adaptiveMaxPool3d`.
 * @example
 * new AdaptiveMaxPool3d([2, 3, null]).forward(randn([1, 8, 6, 8, 9])).shape // [1, 8, 2, 3, 9]
 * @see torch.nn.AdaptiveMaxPool3d
 */
export class AdaptiveMaxPool3d extends AdaptivePoolLayer {
  forward(input: Tensor): Tensor {
    return adaptiveMaxPool3d(input, this.outputSize)
  }
}
