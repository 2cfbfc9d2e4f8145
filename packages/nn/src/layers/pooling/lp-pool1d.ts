import type { Tensor } from '@nn/tensor'
import { lpPool1d } from '../../functional/pooling/lp-pool1d'
import { checkInput } from '../check-input'
import { LPPoolLayer } from './lp-pool-layer'

/**
 * The p-norm of each window of a sequence, whose shape is [N, C, L] or [C, L], without the absolute values.
 *
 * $$ y = \sqrt[p]{\sum_i x_i^p} $$
 *
 * @param normType p; ∞ gives the largest absolute value
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `ceilMode`
 * @throws RangeError and ShapeError in `forward`, as `lpPool1d`.
 * @example
 * new LPPool1d(2, 3, { stride: 2 }).forward(randn([20, 16, 50])).shape // [20, 16, 24]
 * @see torch.nn.LPPool1d
 */
export class LPPool1d extends LPPoolLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const { normType, kernelSize, stride, ceilMode } = this
    return lpPool1d(input, normType, kernelSize, { stride, ceilMode })
  }
}
