import { DTypeError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { normalizeDim, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { tensor } from './creation'
import { indexSelect } from './index-along'

export interface RepeatInterleaveOptions {
  /** The dimension. Default null: all elements in row-major order. */
  dim?: number | null
  /** The size that the dimension must come to. Default null: any. */
  outputSize?: number | null
}

const takesRepeatInterleave = signature(
  'repeatInterleave',
  { input: kinds.tensor, repeats: kinds.either(kinds.integer, kinds.tensor) },
  { dim: kinds.orNull(kinds.integer) },
  { outputSize: kinds.orNull(kinds.integer) },
)

/**
 * Each index of a dimension repeated in place, before the next one comes.
 *
 * @param repeats how often: a number, or a tensor of integers with one for each index
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
  ...args: Args<RepeatInterleaveOptions, ['dim']>
): Tensor {
  const { dim = null, outputSize = null } = takesRepeatInterleave([x, repeats], args)
  const along = dim === null || x.ndim === 0 ? x.reshape(-1) : x
  const d = normalizeDim('repeatInterleave', dim ?? 0, along.ndim)
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
