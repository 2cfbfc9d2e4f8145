import type { Tensor } from '@nn/tensor'
import { dropout2d } from '../../functional/dropout2d'
import { checkInput } from '../check-input'
import { DropoutLayer } from './dropout-layer'

/**
 * While it trains, sets whole channels of images, [N, C, H, W], to 0 with probability `p` and scales the others by 1/(1
 * - p), so that their mean stays; after `eval()` everything passes.
 *
 * @param p the probability to become 0
 * @param options `inplace`: change the input itself, default false
 * @throws RangeError for a probability outside [0, 1].
 * @example
 * const layer = new Dropout2d(0.2)
 * layer.forward(ones([20, 16, 32, 32])).shape // [20, 16, 32, 32]
 * @see torch.nn.Dropout2d
 */
export class Dropout2d extends DropoutLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return dropout2d(input, { p: this.p, training: this.training, inplace: this.inplace })
  }
}
