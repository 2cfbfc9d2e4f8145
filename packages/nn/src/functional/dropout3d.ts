import { empty, ShapeError, showShape, type Tensor } from '@nn/tensor'
import { type DropoutArgs, dropParts, takesDropout } from './dropout'

/**
 * Sets whole channels of volumes to 0 with probability `p` and scales the others by 1/(1 - p), so that their mean stays.
 *
 * @param input shape [N, C, D, H, W] or [C, D, H, W]
 * @throws ShapeError for another number of dimensions.
 * @throws RangeError for a probability outside [0, 1].
 * @throws DTypeError for integers.
 * @example
 * functional.dropout3d(ones([1, 2, 3, 3, 3]), { p: 0.5, training: false }).shape // [1, 2, 3, 3, 3]
 * @see torch.nn.functional.dropout3d
 */
export function dropout3d(input: Tensor, ...args: DropoutArgs): Tensor {
  const options = takesDropout([input], args, 'dropout3d')
  if (input.ndim !== 4 && input.ndim !== 5) {
    throw new ShapeError(`dropout3d: the input must have 4 or 5 dimensions, got ${showShape(input.shape)}`)
  }
  const channels = [...input.shape.slice(0, -3), 1, 1, 1]
  return dropParts('dropout3d', input, () => empty(channels, { dtype: input.dtype }), options)
}
