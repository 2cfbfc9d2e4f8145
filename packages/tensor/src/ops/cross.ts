import { DTypeError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { nameStep } from '../core/op'
import { broadcastShapes, normalizeDim, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { roll } from './roll'

export interface CrossOptions {
  /** Where the vectors lie. Default: the first dimension of size 3. */
  dim?: number | null
}

const takesCross = signature(
  'cross',
  { input: kinds.tensor, other: kinds.tensor },
  { dim: kinds.orNull(kinds.integer) },
)

/**
 * The cross product of the 3-vectors along a dimension, (a₂b₃ - a₃b₂, a₃b₁ - a₁b₃, a₁b₂ - a₂b₁). Other dimensions
 * broadcast.
 *
 * @throws ShapeError unless both have size 3 there and as many dimensions, DTypeError when the dtypes differ.
 * @example
 * cross(tensor([1, 0, 0]), tensor([0, 1, 0])) // tensor([0, 0, 1])
 * @see torch.cross
 */
export function cross(a: Tensor, b: Tensor, ...args: Args<CrossOptions, ['dim']>): Tensor {
  const { dim = null } = takesCross([a, b], args)
  if (a.dtype !== b.dtype) throw new DTypeError(`cross: operands have different dtypes, ${a.dtype} and ${b.dtype}`)
  if (a.dtype === 'bool') throw new DTypeError('cross: not defined for bool tensors')
  const d = dim === null ? a.shape.indexOf(3) : normalizeDim('cross', dim, a.ndim)
  if (a.ndim !== b.ndim || a.shape[d] !== 3 || b.shape[d] !== 3) {
    throw new ShapeError(
      `cross: expects size 3 along dimension ${dim ?? 'of both'}, got ${showShape(a.shape)} and ${showShape(b.shape)}`,
    )
  }
  broadcastShapes('cross', a.shape, b.shape)
  const next = (x: Tensor): Tensor => roll(x, -1, d)
  const afterNext = (x: Tensor): Tensor => roll(x, -2, d)
  const products = [next(a).mul(afterNext(b)), afterNext(a).mul(next(b))] as const
  return nameStep('LinalgCrossBackward0', products[0].sub(products[1]))
}
