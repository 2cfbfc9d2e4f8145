import { DTypeError, ShapeError } from '../core/errors'
import { normalizeDim, showShape } from '../core/shape'
import type { Tensor } from '../tensor'
import { tensor } from './creation'
import { indexSelect } from './index-along'

/**
 * Each index of a dimension repeated in place, before the next one comes.
 *
 * @param repeats how often: a number, or a tensor of integers with one for each index
 * @param dim the dimension; without it, all elements in row-major order
 * @param options.outputSize the size that the dimension must come to
 * @throws ShapeError when the repeats do not fit the dimension or `outputSize`.
 * @throws RangeError for negative repeats.
 * @example
 * repeatInterleave(tensor([1, 2]), 2) // tensor([1, 1, 2, 2])
 * repeatInterleave(tensor([1, 2]), tensor([1, 3])) // tensor([1, 2, 2, 2])
 * @see torch.repeat_interleave
 */
export function repeatInterleave(
  x: Tensor,
  repeats: number | Tensor,
  dim: number | null = null,
  { outputSize = null }: { outputSize?: number | null } = {},
): Tensor {
  if (dim === null) return repeatInterleave(x.reshape(-1), repeats, 0, { outputSize })
  const along = x.ndim === 0 ? x.reshape(1) : x
  const d = normalizeDim('repeatInterleave', dim, along.ndim)
  const counts = countsFor(repeats, along.shape[d] as number)
  const places = counts.flatMap((count, i) => new Array<number>(count).fill(i))
  if (outputSize !== null && outputSize !== places.length) {
    throw new ShapeError(`repeatInterleave: the repeats give ${places.length} indices, not outputSize ${outputSize}`)
  }
  return indexSelect(along, d, tensor(places, { dtype: 'int64' }))
}

/** A repeat count for each index. */
function countsFor(repeats: number | Tensor, size: number): number[] {
  const given = typeof repeats === 'number' ? [repeats] : listOf(repeats)
  if (given.length !== 1 && given.length !== size) {
    throw new ShapeError(`repeatInterleave: ${given.length} repeats for a dimension of size ${size}`)
  }
  const wrong = given.find((count) => !Number.isInteger(count) || count < 0)
  if (wrong !== undefined) {
    throw new RangeError(`repeatInterleave: repeats must be non-negative integers, got ${wrong}`)
  }
  return given.length === size ? given : new Array<number>(size).fill(given[0] as number)
}

function listOf(repeats: Tensor): number[] {
  if (repeats.dtype !== 'int64' && repeats.dtype !== 'int32') {
    throw new DTypeError(`repeatInterleave: repeats must be int64 or int32, got ${repeats.dtype}`)
  }
  if (repeats.ndim > 1) {
    throw new ShapeError(`repeatInterleave: repeats must be 0-d or 1-d, got ${showShape(repeats.shape)}`)
  }
  return [...repeats.toTypedArray()]
}
