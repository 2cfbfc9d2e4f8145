import type { Picked, Tensor } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import type { MaxPoolOptions } from '../../functional/pooling/max-pool'
import { maxPool1d } from '../../functional/pooling/max-pool1d'
import { MaxPoolLayer } from './max-pool-layer'

/**
 * The largest element of each window of a sequence, whose shape is [N, C, L] or [C, L].
 *
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `padding`, `dilation`, `ceilMode`, `returnIndices`
 * @throws RangeError and ShapeError in `forward`, as `functional.maxPool1d`.
 * @example
 * new MaxPool1d(2).forward(randn([20, 16, 50])).shape // [20, 16, 25]
 * @see torch.nn.MaxPool1d
 */
export class MaxPool1d<Indices extends boolean = false> extends MaxPoolLayer<Indices> {
  protected override pool(input: Tensor, kernelSize: PerDimension, options: MaxPoolOptions): Tensor | Picked {
    return maxPool1d(input, kernelSize, options)
  }
}
