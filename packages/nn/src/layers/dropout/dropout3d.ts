import type { Tensor } from '@nn/tensor'
import { dropout3d } from '../../functional/dropout3d'
import { checkInput } from '../check-input'
import { DropoutLayer } from './dropout-layer'

/**
 * While it trains, sets whole channels of volumes, [N, C, D, H, W] or [C, D, H, W], to 0 with probability `p` and scales the
 * others by 1/(1 - p), so that their mean stays; after `eval()` everything passes.
 *
 * @param p the probability to become 0
 * @param options `inplace`: change the input itself, default false
 * @throws RangeError for a probability outside [0, 1].
 * @example
 * const layer = new Dropout3d(0.2)
 * layer.forward(ones([2, 4, 3, 3, 3])).shape // [2, 4, 3, 3, 3]
 * @see torch.nn.Dropout3d
 */
export class Dropout3d extends DropoutLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return dropout3d(input, { p: this.p, training: this.training, inplace: this.inplace })
  }
}
