import type { Tensor } from '@nn/tensor'
import { adaptiveAvgPool3d } from '../../functional/pooling/adaptive-avg-pool3d'
import { checkInput } from '../check-input'
import { AdaptiveAvgPoolLayer } from './adaptive-avg-pool-layer'

/**
 * The means of a volume, whose shape is [N, C, D, H, W] or [C, D, H, W], in as many windows as the output shall have
 * elements.
 *
 * @param outputSize the output's size; null keeps the input's
 * @throws RangeError and ShapeError in `forward`, as `functional.adaptiveAvgPool3d`.
 * @example
 * new AdaptiveAvgPool3d([2, 3, null]).forward(randn([1, 8, 6, 8, 9])).shape // [1, 8, 2, 3, 9]
 * @see torch.nn.AdaptiveAvgPool3d
 */
export class AdaptiveAvgPool3d extends AdaptiveAvgPoolLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return adaptiveAvgPool3d(input, this.outputSize)
  }
}
