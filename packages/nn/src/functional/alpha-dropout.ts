import { emptyLike, type Tensor } from '@nn/tensor'
import { type AlphaDropoutArgs, dropPartsToAlpha } from './drop-parts-to-alpha'
import { takesDropout } from './dropout'

/**
 * Sets elements to the value that `selu` goes to for very negative ones, with probability `p`, and then scales and shifts
 * all so that mean 0 and variance 1 stay.
 *
 * @throws RangeError for a probability outside [0, 1].
 * @throws DTypeError for integers.
 * @example
 * manualSeed(0)
 * functional.alphaDropout(zeros([4]), { training: true }).sign() // tensor([-1., -1.,  1., -1.])
 * @see torch.nn.functional.alpha_dropout
 */
export function alphaDropout(input: Tensor, ...args: AlphaDropoutArgs): Tensor {
  const options = takesDropout([input], args, 'alphaDropout')
  return dropPartsToAlpha('alphaDropout', input, () => emptyLike(input), options)
}
