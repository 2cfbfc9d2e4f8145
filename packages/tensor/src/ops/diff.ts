import { ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { normalizeDim, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { cat } from './joining'

export interface DiffOptions {
  /** How often; each time there is one element less. With 0 it is x alone. Default 1. */
  n?: number
  /** Along which dimension. Default -1. */
  dim?: number
  /** Elements to put in front along the dimension first. */
  prepend?: Tensor | null
  /** Elements to put behind along the dimension first. */
  append?: Tensor | null
}

const takesDiff = signature(
  'diff',
  { input: kinds.tensor },
  {
    n: kinds.integer,
    dim: kinds.integer,
    prepend: kinds.orNull(kinds.tensor),
    append: kinds.orNull(kinds.tensor),
  },
)

/**
 * The differences of neighbours along a dimension, yₖ = xₖ₊₁ - xₖ, taken n times over. Of booleans: where they differ.
 *
 * @throws RangeError for a negative n.
 * @throws ShapeError for a 0-d tensor, and when what is put in front or behind does not fit.
 * @example
 * diff(tensor([1, 3, 6])) // tensor([2, 3])
 * @see torch.diff
 */
export function diff(x: Tensor, ...args: Args<DiffOptions, ['n', 'dim', 'prepend', 'append']>): Tensor {
  const { n = 1, dim = -1, prepend = null, append = null } = takesDiff([x], args)
  if (x.ndim === 0) throw new ShapeError('diff: needs at least one dimension, the tensor is 0-d')
  if (n < 0) throw new RangeError(`diff: n must be a non-negative integer, got ${n}`)
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
