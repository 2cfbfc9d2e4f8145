import { empty, ShapeError, showShape, type Tensor } from '@nn/tensor'
import { type DropoutArgs, dropParts, takesDropout } from './dropout'

/**
 * Sets whole channels of images to 0 with probability `p` and scales the others by 1/(1 - p), so that their mean stays.
 *
 * @param input shape [N, C, H, W]; as in PyTorch three dimensions are taken for [N, C, L]
 * @throws ShapeError for fewer than 2 dimensions.
 * @throws RangeError for a probability outside [0, 1].
 * @throws DTypeError for integers.
 * @example
 * functional.dropout2d(ones([1, 2, 3, 3]), { p: 0.5, training: false }).shape // [1, 2, 3, 3]
 * @see torch.nn.functional.dropout2d
 */
export function dropout2d(input: Tensor, ...args: DropoutArgs): Tensor {
  const options = takesDropout([input], args, 'dropout2d')
  if (input.ndim < 2) {
    throw new ShapeError(`dropout2d: the input must have samples and channels, got ${showShape(input.shape)}`)
  }
  const channels = [...input.shape.slice(0, 2), ...input.shape.slice(2).map(() => 1)]
  return dropParts('dropout2d', input, () => empty(channels, { dtype: input.dtype }), options)
}
