import { ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { nameStep } from '../core/op'
import { checkSizes, type Shape, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { clone } from './copy'
import { expand, reshape, unsafeView } from './view'

/** x copied `repeats[d]` times along each dimension d; there are as many repeats as dimensions or more. */
function repeated(op: string, x: Tensor, repeats: Shape): Tensor {
  checkSizes(op, repeats)
  const shape = [...new Array<number>(repeats.length - x.ndim).fill(1), ...x.shape]
  const split = reshape(
    x,
    shape.flatMap((size) => [1, size]),
  )
  const copies = expand(
    split,
    shape.flatMap((size, d) => [repeats[d] as number, size]),
  )
  const repeatedShape = shape.map((size, d) => size * (repeats[d] as number))
  return nameStep('RepeatBackward0', unsafeView(clone(copies, 'contiguous'), repeatedShape))
}

/**
 * A copy repeated along each dimension.
 *
 * @param repeats how often along each dimension; more repeats than dimensions make new leading ones
 * @throws ShapeError for fewer repeats than dimensions, or negative ones.
 * @example
 * tensor([1, 2]).repeat(2, 2) // tensor([[1, 2, 1, 2], [1, 2, 1, 2]])
 * @see torch.Tensor.repeat
 */
export function repeat(x: Tensor, repeats: Shape): Tensor {
  if (repeats.length < x.ndim) {
    throw new ShapeError(`repeat: ${showShape(repeats)} has fewer repeats than ${showShape(x.shape)} has dimensions`)
  }
  return repeated('repeat', x, repeats)
}

export interface TileOptions {
  /** How often along each dimension. */
  dims: Shape
}

const takesTile = signature('tile', { input: kinds.tensor }, { dims: kinds.required(kinds.integers) })

/**
 * A copy repeated along each dimension; for fewer repeats than dimensions, the first dimensions are not repeated.
 *
 * @throws ShapeError for negative repeats.
 * @example
 * tile(tensor([[1], [2]]), [2]) // tensor([[1, 1], [2, 2]])
 * @see torch.tile
 */
export function tile(x: Tensor, ...args: Args<TileOptions, ['dims']>): Tensor {
  const { dims } = takesTile([x], args)
  return repeated('tile', x, [...new Array<number>(Math.max(x.ndim - dims.length, 0)).fill(1), ...dims])
}
