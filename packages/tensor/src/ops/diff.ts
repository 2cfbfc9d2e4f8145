import { ShapeError } from '../core/errors'
import { normalizeDim, showShape } from '../core/shape'
import type { Tensor } from '../tensor'
import { cat } from './joining'

export interface DiffOptions {
  /** Elements to put in front along the dimension first. */
  prepend?: Tensor | null
  /** Elements to put behind along the dimension first. */
  append?: Tensor | null
}

/**
 * The differences of neighbours along a dimension, yₖ = xₖ₊₁ - xₖ, taken n times over. Of booleans: where they differ.
 *
 * @param n how often; each time there is one element less. With 0 it is x alone
 * @throws RangeError for a negative n.
 * @throws ShapeError for a 0-d tensor, and when what is put in front or behind does not fit.
 * @example
 * diff(tensor([1, 3, 6])) // tensor([2, 3])
 * @see torch.diff
 */
export function diff(x: Tensor, n = 1, dim = -1, { prepend = null, append = null }: DiffOptions = {}): Tensor {
  if (x.ndim === 0) throw new ShapeError('diff: needs at least one dimension, the tensor is 0-d')
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`diff: n must be a non-negative integer, got ${n}`)
  const d = normalizeDim('diff', dim, x.ndim)
  const parts = [prepend, x, append].filter((part) => part !== null)
  for (const part of parts) checkPart(part, x, d)
  if (n === 0) return x.clone()
  let y = parts.length === 1 ? x : cat(parts, d)
  for (let times = 0; times < n && (y.shape[d] as number) > 0; times++) y = differences(y, d)
  return y
}

function differences(x: Tensor, dim: number): Tensor {
  const length = (x.shape[dim] as number) - 1
  const [later, earlier] = [x.narrow(dim, 1, length), x.narrow(dim, 0, length)]
  return x.dtype === 'bool' ? later.logicalXor(earlier) : later.sub(earlier)
}

function checkPart(part: Tensor, x: Tensor, dim: number): void {
  if (part.ndim !== x.ndim || !part.shape.every((size, d) => d === dim || size === x.shape[d])) {
    throw new ShapeError(
      `diff: ${showShape(part.shape)} cannot be put in front of or behind ${showShape(x.shape)} along dimension ${dim}`,
    )
  }
}
