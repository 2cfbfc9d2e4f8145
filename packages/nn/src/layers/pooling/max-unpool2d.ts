import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import type { MaxUnpoolOptions } from '../../functional/pooling/max-unpool'
import { maxUnpool2d } from '../../functional/pooling/max-unpool2d'
import { type MaxUnpoolArgs, MaxUnpoolLayer } from './max-unpool-layer'

/**
 * Puts the largest elements of the windows of a image, whose shape is [N, C, H, W] or [C, H, W], back to where they came from,
 * among zeros: it undoes `MaxPool2d` as far as that can be undone.
 *
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `padding`
 * @throws RangeError for a size, a stride or a padding that is none; and in `forward`, as `functional.maxUnpool2d`.
 * @example
 * const pool = new MaxPool2d(2, { returnIndices: true })
 * const { values, indices } = pool.forward(randn([1, 4, 8, 8]))
 * new MaxUnpool2d(2).forward(values, indices).shape // [1, 4, 8, 8]
 * @see torch.nn.MaxUnpool2d
 */
export class MaxUnpool2d extends MaxUnpoolLayer {
  constructor(kernelSize: PerDimension, ...args: MaxUnpoolArgs) {
    super(2, kernelSize, args)
  }

  protected override unpool(
    input: Tensor,
    indices: Tensor,
    kernelSize: PerDimension,
    options: MaxUnpoolOptions,
  ): Tensor {
    return maxUnpool2d(input, indices, kernelSize, options)
  }
}
