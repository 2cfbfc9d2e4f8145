import type { Tensor } from '@nn/tensor'
import { adaptiveAvgPool2d } from '../../functional/pooling/adaptive-avg-pool2d'
import { checkInput } from '../check-input'
import { AdaptiveAvgPoolLayer } from './adaptive-avg-pool-layer'

/**
 * The means of an image, whose shape is [N, C, H, W] or [C, H, W], in as many windows as the output shall have
 * elements.
 *
 * @param outputSize the output's size; null keeps the input's
 * @throws RangeError and ShapeError in `forward`, as `functional.adaptiveAvgPool2d`.
 * @example
 * new AdaptiveAvgPool2d([5, null]).forward(randn([1, 64, 8, 9])).shape // [1, 64, 5, 9]
 * @see torch.nn.AdaptiveAvgPool2d
 */
export class AdaptiveAvgPool2d extends AdaptiveAvgPoolLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return adaptiveAvgPool2d(input, this.outputSize)
  }
}
