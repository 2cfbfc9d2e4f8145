import type { Tensor } from '@nn/tensor'
import { lpPool2d } from '../../functional/pooling/lp-pool2d'
import { checkInput } from '../check-input'
import { LPPoolLayer } from './lp-pool-layer'

/**
 * The p-norm of each window of an image, whose shape is [N, C, H, W] or [C, H, W], without the absolute values.
 *
 * $$ y = \sqrt[p]{\sum_i x_i^p} $$
 *
 * @param normType p; ∞ gives the largest absolute value
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `ceilMode`
 * @throws RangeError and ShapeError in `forward`, as `lpPool2d`.
 * @example
 * new LPPool2d(2, 3, { stride: 2 }).forward(randn([20, 16, 50, 32])).shape // [20, 16, 24, 15]
 * @see torch.nn.LPPool2d
 */
export class LPPool2d extends LPPoolLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const { normType, kernelSize, stride, ceilMode } = this
    return lpPool2d(input, normType, kernelSize, { stride, ceilMode })
  }
}
