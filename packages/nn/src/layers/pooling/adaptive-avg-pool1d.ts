import type { Tensor } from '@nn/tensor'
import { adaptiveAvgPool1d } from '../../functional/pooling/adaptive-avg-pool1d'
import { checkInput } from '../check-input'
import { AdaptiveAvgPoolLayer } from './adaptive-avg-pool-layer'

/**
 * The means of a sequence, whose shape is [N, C, L] or [C, L], in as many windows as the output shall have elements.
 *
 * @param outputSize the output's size; null keeps the input's
 * @throws RangeError and ShapeError in `forward`, as `functional.adaptiveAvgPool1d`.
 * @example
 * new AdaptiveAvgPool1d(5).forward(randn([1, 64, 8])).shape // [1, 64, 5]
 * @see torch.nn.AdaptiveAvgPool1d
 */
export class AdaptiveAvgPool1d extends AdaptiveAvgPoolLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return adaptiveAvgPool1d(input, this.outputSize)
  }
}
