import type { Tensor } from '@nn/tensor'
import { dropout } from '../../functional/dropout'
import { checkInput } from '../check-input'
import { DropoutLayer } from './dropout-layer'

/**
 * While it trains, sets elements to 0 with probability `p` and scales the others by 1/(1 - p), so that their mean
 * stays; after `eval()` everything passes.
 *
 * @param p the probability to become 0
 * @param options `inplace`: change the input itself, default false
 * @throws RangeError for a probability outside [0, 1].
 * @example
 * const layer = new Dropout(0.2)
 * layer.eval().forward(ones([2])) // tensor([1., 1.])
 * @see torch.nn.Dropout
 */
export class Dropout extends DropoutLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return dropout(input, { p: this.p, training: this.training, inplace: this.inplace })
  }
}
