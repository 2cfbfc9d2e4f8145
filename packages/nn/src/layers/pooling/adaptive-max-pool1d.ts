import type { Picked, Tensor } from '@nn/tensor'
import { adaptiveMaxPool1d } from '../../functional/pooling/adaptive-max-pool1d'
import type { AdaptiveMaxPoolOptions } from '../../functional/pooling/adaptive-pool'
import type { AdaptiveSize } from '../../functional/pooling/adaptive-windows'
import { AdaptiveMaxPoolLayer } from './adaptive-max-pool-layer'

/**
 * The largest elements of a sequence, whose shape is [N, C, L] or [C, L], in as many windows as the output shall have
 * elements.
 *
 * @param outputSize the output's size; null keeps the input's
 * @param options `returnIndices`: give the places of the largest elements too, default false
 * @throws RangeError and ShapeError in `forward`, as `functional.adaptiveMaxPool1d`.
 * @example
 * new AdaptiveMaxPool1d(5).forward(randn([1, 64, 8])).shape // [1, 64, 5]
 * @see torch.nn.AdaptiveMaxPool1d
 */
export class AdaptiveMaxPool1d<Indices extends boolean = false> extends AdaptiveMaxPoolLayer<Indices> {
  protected override pool(input: Tensor, outputSize: AdaptiveSize, options: AdaptiveMaxPoolOptions): Tensor | Picked {
    return adaptiveMaxPool1d(input, outputSize, options)
  }
}
