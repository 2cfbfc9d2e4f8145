import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import type { MaxUnpoolOptions } from '../../functional/pooling/max-unpool'
import { maxUnpool3d } from '../../functional/pooling/max-unpool3d'
import { type MaxUnpoolArgs, MaxUnpoolLayer } from './max-unpool-layer'

/**
 * Puts the largest elements of the windows of a volume, whose shape is [N, C, D, H, W] or [C, D, H, W], back to where they came from,
 * among zeros: it undoes `MaxPool3d` as far as that can be undone.
 *
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `padding`
 * @throws RangeError for a size, a stride or a padding that is none; and in `forward`, as `functional.maxUnpool3d`.
 * @example
 * const pool = new MaxPool3d(2, { returnIndices: true })
 * const { values, indices } = pool.forward(randn([1, 4, 8, 8, 8]))
 * new MaxUnpool3d(2).forward(values, indices).shape // [1, 4, 8, 8, 8]
 * @see torch.nn.MaxUnpool3d
 */
export class MaxUnpool3d extends MaxUnpoolLayer {
  constructor(kernelSize: PerDimension, ...args: MaxUnpoolArgs) {
    super(3, kernelSize, args)
  }

  protected override unpool(
    input: Tensor,
    indices: Tensor,
    kernelSize: PerDimension,
    options: MaxUnpoolOptions,
  ): Tensor {
    return maxUnpool3d(input, indices, kernelSize, options)
  }
}
