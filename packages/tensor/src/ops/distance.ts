import { isFloatingPoint } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, nameStep, type Op } from '../core/op'
import { promoteTypes } from '../core/promotion'
import { broadcastShapes, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { norm } from './norm'
import { vectorNorm } from './vector-norm'

export interface DistanceOptions {
  /** The order of the norm; ∞ gives the largest difference, 0 the number of coordinates that differ. Default 2. */
  p?: number
}

const takesDist = signature('dist', { input: kinds.tensor, other: kinds.tensor }, { p: kinds.number })

/**
 * The p-norm of a difference, ‖a - b‖ₚ, as one number; a and b broadcast.
 *
 * @throws DTypeError for integers and booleans.
 * @example
 * dist(tensor([3.5, 0.0]), tensor([0.5, 4.0])) // tensor(5.)
 * @see torch.dist
 */
export function dist(a: Tensor, b: Tensor, ...args: Args<DistanceOptions, ['p']>): Tensor {
  const { p = 2 } = takesDist([a, b], args)
  broadcastShapes('dist', a.shape, b.shape)
  if (!isFloatingPoint(promoteTypes(a.dtype, b.dtype)) || a.dtype === 'bool' || b.dtype === 'bool') {
    throw new DTypeError(`dist: needs floating-point tensors, got ${a.dtype} and ${b.dtype}`)
  }
  return nameStep('DistBackward0', norm(a.sub(b), p))
}

/** The largest sizes along the last dimension; the gradient goes whole to each of several that are equal. */
const largestOp: Op<[Tensor]> = {
  name: 'cdist',
  forward(context, [x]) {
    const out = x.abs().amax(-1)
    context.save(x, out)
    return out
  },
  backward({ saved }, grad) {
    const [x, largest] = saved as [Tensor, Tensor]
    const isLargest = x.abs().eq(largest.unsqueeze(-1))
    return [grad.unsqueeze(-1).mul(x.sign().mul(isLargest))]
  },
}

const takesCdist = signature('cdist', { x1: kinds.tensor, x2: kinds.tensor }, { p: kinds.number })

/**
 * The p-norm distance of every row of x1 from every row of x2: yᵢⱼ = ‖x1ᵢ - x2ⱼ‖ₚ.
 *
 * @param x1 shape [..., r, m]
 * @param x2 shape [..., s, m]; leading dimensions broadcast
 * @returns shape [..., r, s]
 * @throws ShapeError for fewer than two dimensions, and for rows of different lengths.
 * @throws DTypeError for integers, and for two different dtypes.
 * @example
 * cdist(tensor([[0.0, 0.5]]), tensor([[3.0, 4.5], [0.0, 0.5]])) // tensor([[5., 0.]])
 * @see torch.cdist
 */
export function cdist(x1: Tensor, x2: Tensor, ...args: Args<DistanceOptions, ['p']>): Tensor {
  const { p = 2 } = takesCdist([x1, x2], args)
  checkRows(x1, x2)
  if (!(p >= 0)) throw new RangeError(`cdist: p must be 0 or more, got ${p}`)
  const differences = x1.unsqueeze(-2).sub(x2.unsqueeze(-3))
  // A sign is 0 for equal coordinates and has the gradient 0, as the count of the others.
  if (p === 0) return nameStep('CdistBackward0', differences.sign().abs().sum(-1))
  // Points without coordinates are 0 apart, also where no largest difference exists.
  const order = x1.shape.at(-1) === 0 ? 1 : p
  if (order === Infinity) return nameStep('CdistBackward0', apply(largestOp, [differences], undefined))
  return nameStep('CdistBackward0', vectorNorm(differences, order, -1))
}

function checkRows(x1: Tensor, x2: Tensor): void {
  for (const x of [x1, x2]) {
    if (x.ndim < 2) throw new ShapeError(`cdist: needs at least 2 dimensions, got ${showShape(x.shape)}`)
    if (!isFloatingPoint(x.dtype)) throw new DTypeError(`cdist: needs floating-point tensors, got ${x.dtype}`)
  }
  if (x1.dtype !== x2.dtype) throw new DTypeError(`cdist: operands have different dtypes, ${x1.dtype} and ${x2.dtype}`)
  if (x1.shape.at(-1) !== x2.shape.at(-1)) {
    throw new ShapeError(`cdist: rows have different lengths, ${showShape(x1.shape)} and ${showShape(x2.shape)}`)
  }
  broadcastShapes('cdist', x1.shape.slice(0, -2), x2.shape.slice(0, -2))
}
