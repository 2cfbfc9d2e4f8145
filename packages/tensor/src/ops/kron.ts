import type { Tensor } from '../tensor'
import { takesTwo } from './takes'
import { reshape } from './view'

/**
 * The Kronecker product: each element of a replaced by that element times all of b.
 *
 * @param a shape [a₀, a₁, ...]; the operand with fewer dimensions gets leading ones
 * @param b shape [b₀, b₁, ...]
 * @returns shape [a₀ b₀, a₁ b₁, ...]
 * @example
 * kron(tensor([[1, 2]]), tensor([[1], [10]])) // tensor([[1, 2], [10, 20]])
 * @see torch.kron
 */
export function kron(a: Tensor, b: Tensor, ...none: []): Tensor {
  takesTwo([a, b], none, 'kron')
  const rank = Math.max(a.ndim, b.ndim)
  const sizes = (x: Tensor): number[] => [...new Array<number>(rank - x.ndim).fill(1), ...x.shape]
  const [ofA, ofB] = [sizes(a), sizes(b)]
  const apart = reshape(
    a,
    ofA.flatMap((size) => [size, 1]),
  )
  const inside = reshape(
    b,
    ofB.flatMap((size) => [1, size]),
  )
  return reshape(
    apart.mul(inside),
    ofA.map((size, d) => size * (ofB[d] as number)),
  )
}
