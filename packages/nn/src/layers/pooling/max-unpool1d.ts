import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import type { MaxUnpoolOptions } from '../../functional/pooling/max-unpool'
import { maxUnpool1d } from '../../functional/pooling/max-unpool1d'
import { type MaxUnpoolArgs, MaxUnpoolLayer } from './max-unpool-layer'

/**
 * Puts the largest elements of the windows of a sequence, whose shape is [N, C, L] or [C, L], back to where they came from,
 * among zeros: it undoes `MaxPool1d` as far as that can be undone.
 *
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `padding`
 * @throws RangeError for a size, a stride or a padding that is none; and in `forward`, as `functional.maxUnpool1d`.
 * @example
 * const pool = new MaxPool1d(2, { returnIndices: true })
 * const { values, indices } = pool.forward(randn([1, 4, 8]))
 * new MaxUnpool1d(2).forward(values, indices).shape // [1, 4, 8]
 * @see torch.nn.MaxUnpool1d
 */
export class MaxUnpool1d extends MaxUnpoolLayer {
  constructor(kernelSize: PerDimension, ...args: MaxUnpoolArgs) {
    super(1, kernelSize, args)
  }

  protected override unpool(
    input: Tensor,
    indices: Tensor,
    kernelSize: PerDimension,
    options: MaxUnpoolOptions,
  ): Tensor {
    return maxUnpool1d(input, indices, kernelSize, options)
  }
}
