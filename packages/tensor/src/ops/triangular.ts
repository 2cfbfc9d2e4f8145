import { ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { nameStep } from '../core/op'
import { showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { indicesOf } from './indices-of'

/** How far right of the main diagonal each element of a matrix is; negative on its left. */
function distances(op: string, x: Tensor): Tensor {
  if (x.ndim < 2) throw new ShapeError(`${op}: expects at least 2 dimensions, got ${showShape(x.shape)}`)
  const [rows, columns] = x.shape.slice(-2) as [number, number]
  return indicesOf(columns).sub(indicesOf(rows).unsqueeze(1))
}

export interface TriangleOptions {
  /** Where the triangle ends: 0 at the main diagonal, positive above it, negative below. Default 0. */
  diagonal?: number
}

export type TriangleArgs = Args<TriangleOptions, ['diagonal']>

const takes = signature('', { input: kinds.tensor }, { diagonal: kinds.integer })

/**
 * The lower triangles of the matrices in the last two dimensions; zeros above.
 *
 * @throws ShapeError for fewer than 2 dimensions.
 * @example
 * tril(ones([2, 3])) // tensor([[1., 0., 0.], [1., 1., 0.]])
 * @see torch.tril
 */
export function tril(x: Tensor, ...args: TriangleArgs): Tensor {
  const { diagonal = 0 } = takes([x], args, 'tril')
  return nameStep('TrilBackward0', x.maskedFill(distances('tril', x).gt(diagonal), 0))
}

/**
 * The upper triangles of the matrices in the last two dimensions; zeros below.
 *
 * @throws ShapeError for fewer than 2 dimensions.
 * @example
 * triu(ones([2, 3])) // tensor([[1., 1., 1.], [0., 1., 1.]])
 * @see torch.triu
 */
export function triu(x: Tensor, ...args: TriangleArgs): Tensor {
  const { diagonal = 0 } = takes([x], args, 'triu')
  return nameStep('TriuBackward0', x.maskedFill(distances('triu', x).lt(diagonal), 0))
}
