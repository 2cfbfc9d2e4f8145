import { empty, ShapeError, showShape, type Tensor } from '@nn/tensor'
import { type DropoutArgs, dropParts, takesDropout } from './dropout'

/**
 * Sets whole channels of sequences to 0 with probability `p` and scales the others by 1/(1 - p), so that their mean stays.
 *
 * @param input shape [N, C, L] or [C, L]
 * @throws ShapeError for another number of dimensions.
 * @throws RangeError for a probability outside [0, 1].
 * @throws DTypeError for integers.
 * @example
 * functional.dropout1d(ones([1, 2, 3]), { p: 0.5, training: false }).shape // [1, 2, 3]
 * @see torch.nn.functional.dropout1d
 */
export function dropout1d(input: Tensor, ...args: DropoutArgs): Tensor {
  const options = takesDropout([input], args, 'dropout1d')
  if (input.ndim !== 2 && input.ndim !== 3) {
    throw new ShapeError(`dropout1d: the input must have 2 or 3 dimensions, got ${showShape(input.shape)}`)
  }
  const channels = [...input.shape.slice(0, -1), 1]
  return dropParts('dropout1d', input, () => empty(channels, { dtype: input.dtype }), options)
}
