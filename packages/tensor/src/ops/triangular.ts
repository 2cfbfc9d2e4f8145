import { ShapeError } from '../core/errors'
import { nameStep } from '../core/op'
import { showShape } from '../core/shape'
import type { Tensor } from '../tensor'
import { indicesOf } from './indices-of'

/** How far right of the main diagonal each element of a matrix is; negative on its left. */
function distances(op: string, x: Tensor): Tensor {
  if (x.ndim < 2) throw new ShapeError(`${op}: expects at least 2 dimensions, got ${showShape(x.shape)}`)
  const [rows, columns] = x.shape.slice(-2) as [number, number]
  return indicesOf(columns).sub(indicesOf(rows).unsqueeze(1))
}

/**
 * The lower triangles of the matrices in the last two dimensions; zeros above.
 *
 * @param diagonal the last diagonal to keep: 0 the main one, positive above it, negative below
 * @throws ShapeError for fewer than 2 dimensions.
 * @example
 * tril(ones([2, 3])) // tensor([[1., 0., 0.], [1., 1., 0.]])
 * @see torch.tril
 */
export function tril(x: Tensor, diagonal = 0): Tensor {
  return nameStep('TrilBackward0', x.maskedFill(distances('tril', x).gt(diagonal), 0))
}

/**
 * The upper triangles of the matrices in the last two dimensions; zeros below.
 *
 * @param diagonal the first diagonal to keep: 0 the main one, positive above it, negative below
 * @throws ShapeError for fewer than 2 dimensions.
 * @example
 * triu(ones([2, 3])) // tensor([[1., 1., 1.], [0., 1., 1.]])
 * @see torch.triu
 */
export function triu(x: Tensor, diagonal = 0): Tensor {
  return nameStep('TriuBackward0', x.maskedFill(distances('triu', x).lt(diagonal), 0))
}
