import type { Tensor } from '@nn/tensor'
import { adaptiveMaxPool1d } from '../../functional/pooling/adaptive-max-pool1d'
import { AdaptivePoolLayer } from './adaptive-pool-layer'

/**
 * The largest elements of a sequence, whose shape is [N, C, L] or [C, L], in as many windows as the output shall have
 * elements.
 *
 * @param outputSize the output's size; null keeps the input's
 * @throws RangeError and ShapeError in `forward`, as `functional.adaptiveMaxPool1d`.
 * @example
 * new AdaptiveMaxPool1d(5).forward(randn([1, 64, 8])).shape // [1, 64, 5]
 * @see torch.nn.AdaptiveMaxPool1d
 */
export class AdaptiveMaxPool1d extends AdaptivePoolLayer {
  forward(input: Tensor): Tensor {
    return adaptiveMaxPool1d(input, this.outputSize)
  }
}
