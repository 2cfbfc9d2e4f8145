import { DTypeError, ShapeError } from '../core/errors'
import { nameStep } from '../core/op'
import { normalizeDim, showShape } from '../core/shape'
import type { Tensor } from '../tensor'
import { roll } from './roll'

/**
 * The cross product of the 3-vectors along a dimension, (a₂b₃ - a₃b₂, a₃b₁ - a₁b₃, a₁b₂ - a₂b₁). Other dimensions
 * broadcast.
 *
 * @param dim where the vectors lie; without it, the first dimension of size 3
 * @throws ShapeError unless both have size 3 there and as many dimensions, DTypeError when the dtypes differ.
 * @example
 * cross(tensor([1, 0, 0]), tensor([0, 1, 0])) // tensor([0, 0, 1])
 * @see torch.cross
 */
export function cross(a: Tensor, b: Tensor, dim: number | null = null): Tensor {
  if (a.dtype !== b.dtype) throw new DTypeError(`cross: operands have different dtypes, ${a.dtype} and ${b.dtype}`)
  if (a.dtype === 'bool') throw new DTypeError('cross: not defined for bool tensors')
  const d = dim === null ? a.shape.indexOf(3) : normalizeDim('cross', dim, a.ndim)
  if (a.ndim !== b.ndim || a.shape[d] !== 3 || b.shape[d] !== 3) {
    throw new ShapeError(
      `cross: expects size 3 along dimension ${dim ?? 'of both'}, got ${showShape(a.shape)} and ${showShape(b.shape)}`,
    )
  }
  const next = (x: Tensor): Tensor => roll(x, -1, d)
  const afterNext = (x: Tensor): Tensor => roll(x, -2, d)
  const products = [next(a).mul(afterNext(b)), afterNext(a).mul(next(b))] as const
  return nameStep('LinalgCrossBackward0', products[0].sub(products[1]))
}
