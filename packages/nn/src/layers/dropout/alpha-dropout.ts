import type { Tensor } from '@nn/tensor'
import { alphaDropout } from '../../functional/alpha-dropout'
import { checkInput } from '../check-input'
import { DropoutLayer } from './dropout-layer'

/**
 * The dropout for networks of `SELU`: while it trains, elements go to the value that `selu` goes to for very negative
 * ones, with probability `p`, and mean 0 and variance 1 stay; after `eval()` everything passes.
 *
 * @param p the probability to be dropped
 * @param options `inplace`: change the input itself, default false
 * @throws RangeError for a probability outside [0, 1].
 * @example
 * const layer = new AlphaDropout(0.2)
 * layer.eval().forward(ones([2])) // tensor([1., 1.])
 * @see torch.nn.AlphaDropout
 */
export class AlphaDropout extends DropoutLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    // As PyTorch, which does not change the input even where it is asked to.
    return alphaDropout(input, { p: this.p, training: this.training })
  }
}
