import { ShapeError } from '../core/errors'
import { nameStep } from '../core/op'
import { normalizeDim, showShape } from '../core/shape'
import type { Tensor } from '../tensor'
import { flip } from './flip'
import { transpose } from './view'

/**
 * The plane of two dimensions turned by 90° from the first towards the second, `k` times.
 *
 * @param k how many times; negative turns the other way
 * @param dims the two dimensions
 * @throws ShapeError unless there are two different dimensions.
 * @example
 * rot90(tensor([[1, 2], [3, 4]])) // tensor([[2, 4], [1, 3]])
 * @see torch.rot90
 */
export function rot90(x: Tensor, k = 1, dims: readonly number[] = [0, 1]): Tensor {
  if (!Number.isInteger(k)) throw new RangeError(`rot90: the number of turns must be an integer, got ${k}`)
  if (dims.length !== 2) throw new ShapeError(`rot90: expects two dimensions, got ${showShape(dims)}`)
  if (x.ndim < 2) throw new ShapeError(`rot90: expects at least 2 dimensions, got ${showShape(x.shape)}`)
  const [from, to] = dims.map((d) => normalizeDim('rot90', d, x.ndim)) as [number, number]
  if (from === to) throw new ShapeError(`rot90: the two dimensions must differ, got ${showShape(dims)}`)
  const turns = ((k % 4) + 4) % 4
  return nameStep('Rot90Backward0', turned(x, turns, from, to))
}

function turned(x: Tensor, turns: number, from: number, to: number): Tensor {
  if (turns === 0) return x.clone()
  if (turns === 2) return flip(x, [from, to])
  return transpose(flip(x, turns === 1 ? to : from), from, to)
}
