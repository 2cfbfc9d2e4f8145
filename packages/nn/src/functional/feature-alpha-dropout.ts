import { empty, ShapeError, showShape, type Tensor } from '@nn/tensor'
import { type AlphaDropoutArgs, dropPartsToAlpha } from './drop-parts-to-alpha'
import { takesDropout } from './dropout'

/**
 * Sets whole channels to the value that `selu` goes to for very negative elements, with probability `p`, and then scales
 * and shifts all so that mean 0 and variance 1 stay.
 *
 * @param input shape [N, C, ...]
 * @throws ShapeError for fewer than 2 dimensions.
 * @throws RangeError for a probability outside [0, 1].
 * @throws DTypeError for integers.
 * @example
 * functional.featureAlphaDropout(ones([1, 2, 3, 3]), { training: true }).shape // [1, 2, 3, 3]
 * @see torch.nn.functional.feature_alpha_dropout
 */
export function featureAlphaDropout(input: Tensor, ...args: AlphaDropoutArgs): Tensor {
  const options = takesDropout([input], args, 'featureAlphaDropout')
  if (input.ndim < 2) {
    throw new ShapeError(`featureAlphaDropout: the input must have samples and channels, got ${showShape(input.shape)}`)
  }
  const channels = [...input.shape.slice(0, 2), ...input.shape.slice(2).map(() => 1)]
  return dropPartsToAlpha('featureAlphaDropout', input, () => empty(channels, { dtype: input.dtype }), options)
}
