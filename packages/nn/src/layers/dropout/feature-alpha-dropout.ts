import type { Tensor } from '@nn/tensor'
import { featureAlphaDropout } from '../../functional/feature-alpha-dropout'
import { checkInput } from '../check-input'
import { DropoutLayer } from './dropout-layer'

/**
 * The channel dropout for networks of `SELU`: while it trains, whole channels go to the value that `selu` goes to for very
 * negative elements, with probability `p`, and mean 0 and variance 1 stay; after `eval()` everything passes.
 *
 * @param p the probability to be dropped
 * @param options `inplace`: change the input itself, default false
 * @throws RangeError for a probability outside [0, 1].
 * @throws ShapeError in `forward`, for an input without samples and channels.
 * @example
 * const layer = new FeatureAlphaDropout(0.2)
 * layer.forward(ones([20, 16, 4, 32, 32])).shape // [20, 16, 4, 32, 32]
 * @see torch.nn.FeatureAlphaDropout
 */
export class FeatureAlphaDropout extends DropoutLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    // As PyTorch, which does not change the input even where it is asked to.
    return featureAlphaDropout(input, { p: this.p, training: this.training })
  }
}
