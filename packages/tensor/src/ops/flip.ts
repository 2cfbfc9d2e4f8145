import { ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, type Op } from '../core/op'
import { allocate } from '../core/operand'
import { checkDistinct, normalizeDim, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { takesInput } from './takes'

const dimensions = kinds.either(kinds.integer, kinds.integers)

const flipOp: Op<[Tensor], readonly number[]> = {
  name: 'flip',
  forward(_, [x], dims) {
    const out = allocate(x.shape, x.dtype)
    // Read from the last element on, with the strides turned round.
    const { storage, dtype, shape } = x
    const strides = x.strides.map((stride, d) => (dims.includes(d) ? -stride : stride))
    const last = dims.map((d) => Math.max((shape[d] as number) - 1, 0) * (x.strides[d] as number))
    const offset = last.reduce((sum, step) => sum + step, x.offset)
    getBackend().kernels.copy({ storage, dtype, shape, strides, offset }, out)
    return out
  },
  backward: ({ params: dims }, grad) => [apply(flipOp, [grad], dims)],
}

export interface FlipOptions {
  /** The dimensions to reverse, one or several. */
  dims: number | readonly number[]
}

const takesFlip = signature('flip', { input: kinds.tensor }, { dims: kinds.required(dimensions) })

/**
 * A copy with the order of indices reversed along dimensions.
 *
 * @throws IndexError for dimensions out of range, ShapeError for one named twice.
 * @example
 * flip(tensor([[1, 2], [3, 4]]), [0]) // tensor([[3, 4], [1, 2]])
 * @see torch.flip
 */
export function flip(x: Tensor, ...args: Args<FlipOptions, ['dims']>): Tensor {
  const { dims } = takesFlip([x], args)
  return flipAlong('flip', x, dims)
}

function flipAlong(op: string, x: Tensor, dims: number | readonly number[]): Tensor {
  const chosen = [dims].flat().map((d) => normalizeDim(op, d, x.ndim))
  checkDistinct(op, chosen)
  return apply(flipOp, [x], x.ndim === 0 ? [] : chosen)
}

/**
 * A copy with the columns (dimension 1) in reverse order.
 *
 * @throws ShapeError for fewer than 2 dimensions.
 * @example
 * fliplr(tensor([[1, 2], [3, 4]])) // tensor([[2, 1], [4, 3]])
 * @see torch.fliplr
 */
export function fliplr(x: Tensor, ...none: []): Tensor {
  takesInput([x], none, 'fliplr')
  if (x.ndim < 2) throw new ShapeError(`fliplr: expects at least 2 dimensions, got ${showShape(x.shape)}`)
  return flipAlong('fliplr', x, 1)
}

/**
 * A copy with the rows (dimension 0) in reverse order.
 *
 * @throws ShapeError for a 0-d tensor.
 * @example
 * flipud(tensor([[1, 2], [3, 4]])) // tensor([[3, 4], [1, 2]])
 * @see torch.flipud
 */
export function flipud(x: Tensor, ...none: []): Tensor {
  takesInput([x], none, 'flipud')
  if (x.ndim < 1) throw new ShapeError('flipud: expects at least 1 dimension, got a 0-d tensor')
  return flipAlong('flipud', x, 0)
}
