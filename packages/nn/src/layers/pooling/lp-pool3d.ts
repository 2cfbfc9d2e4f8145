import type { Tensor } from '@nn/tensor'
import { lpPool3d } from '../../functional/pooling/lp-pool3d'
import { checkInput } from '../check-input'
import { LPPoolLayer } from './lp-pool-layer'

/**
 * The p-norm of each window of a volume, whose shape is [N, C, D, H, W] or [C, D, H, W], without the absolute values.
 *
 * $$ y = \sqrt[p]{\sum_i x_i^p} $$
 *
 * @param normType p; ∞ gives the largest absolute value
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `ceilMode`
 * @throws RangeError and ShapeError in `forward`, as `lpPool3d`.
 * @example
 * new LPPool3d(2, 3, { stride: 2 }).forward(randn([2, 4, 7, 9, 5])).shape // [2, 4, 3, 4, 2]
 * @see torch.nn.LPPool3d
 */
export class LPPool3d extends LPPoolLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const { normType, kernelSize, stride, ceilMode } = this
    return lpPool3d(input, normType, kernelSize, { stride, ceilMode })
  }
}
