import { ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { nameStep } from '../core/op'
import { normalizeDim, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { flip } from './flip'
import { transpose } from './view'

export interface Rot90Options {
  /** How many times; negative turns the other way. Default 1. */
  k?: number
  /** The two dimensions. Default [0, 1]. */
  dims?: readonly number[]
}

const takesRot90 = signature('rot90', { input: kinds.tensor }, { k: kinds.integer, dims: kinds.integers })

/**
 * The plane of two dimensions turned by 90° from the first towards the second, `k` times.
 *
 * @throws ShapeError unless there are two different dimensions.
 * @example
 * rot90(tensor([[1, 2], [3, 4]])) // tensor([[2, 4], [1, 3]])
 * @see torch.rot90
 */
export function rot90(x: Tensor, ...args: Args<Rot90Options, ['k', 'dims']>): Tensor {
  const { k = 1, dims = [0, 1] } = takesRot90([x], args)
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
