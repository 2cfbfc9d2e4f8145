import type { Tensor } from '@nn/tensor'
import { dropout1d } from '../../functional/dropout1d'
import { checkInput } from '../check-input'
import { DropoutLayer } from './dropout-layer'

/**
 * While it trains, sets whole channels of sequences, [N, C, L] or [C, L], to 0 with probability `p` and scales the
 * others by 1/(1 - p), so that their mean stays; after `eval()` everything passes.
 *
 * @param p the probability to become 0
 * @param options `inplace`: change the input itself, default false
 * @throws RangeError for a probability outside [0, 1].
 * @example
 * const layer = new Dropout1d(0.2)
 * layer.forward(ones([20, 16, 32])).shape // [20, 16, 32]
 * @see torch.nn.Dropout1d
 */
export class Dropout1d extends DropoutLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return dropout1d(input, { p: this.p, training: this.training, inplace: this.inplace })
  }
}
