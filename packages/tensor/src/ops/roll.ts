import { IndexError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { nameStep } from '../core/op'
import { normalizeDim } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { cat } from './joining'
import { sliceAlong } from './view'

export interface RollOptions {
  /** Along which dimensions. Default []: along all elements in row-major order. */
  dims?: number | readonly number[]
}

const integers = kinds.either(kinds.integer, kinds.integers)
const takesRoll = signature('roll', { input: kinds.tensor, shifts: integers }, { dims: integers })

/**
 * A copy with the elements shifted along dimensions; those that leave at one end come in at the other.
 *
 * @param shifts by how many places, towards higher indices; one number or one for each dimension
 * @throws ShapeError when shifts and dimensions differ in number.
 * @example
 * roll(arange(5), 2) // tensor([3, 4, 0, 1, 2])
 * roll(tensor([[1, 2], [3, 4]]), 1, 0) // tensor([[3, 4], [1, 2]])
 * @see torch.roll
 */
export function roll(x: Tensor, shifts: number | readonly number[], ...args: Args<RollOptions, ['dims']>): Tensor {
  const { dims = [] } = takesRoll([x, shifts], args)
  const by = [shifts].flat()
  const along = [dims].flat()
  const isFlat = along.length === 0
  if (by.length !== (isFlat ? 1 : along.length)) {
    throw new ShapeError(`roll: ${by.length} shifts for ${along.length} dimensions`)
  }
  if (isFlat) return nameStep('RollBackward0', rollAlong(x.reshape(-1), by[0] as number, 0).reshape(x.shape))
  if (x.ndim === 0) throw new IndexError('roll: a 0-d tensor has no dimension to roll along')
  const dimOf = (dim: number): number => normalizeDim('roll', dim, x.ndim)
  return nameStep(
    'RollBackward0',
    along.reduce((rolled, dim, i) => rollAlong(rolled, by[i] as number, dimOf(dim)), x),
  )
}

function rollAlong(x: Tensor, shift: number, dim: number): Tensor {
  const size = x.shape[dim] as number
  if (size === 0) return x.clone()
  const wrapped = ((shift % size) + size) % size
  return cat([sliceAlong(x, dim, size - wrapped, wrapped, 1), sliceAlong(x, dim, 0, size - wrapped, 1)], dim)
}
