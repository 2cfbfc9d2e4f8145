import { ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { checkDistinct, normalizeDim, numelOf, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { matmul } from './matmul'
import { checkSameDtype } from './matrix-products'
import { takesTwo } from './takes'
import { permute, reshape } from './view'

/** How many of a's last and b's first dimensions are summed over; or which of a and which of b. */
export type ContractedDims = number | readonly [ofA: readonly number[], ofB: readonly number[]]

function contracted(op: string, a: Tensor, b: Tensor, dims: ContractedDims): [number[], number[]] {
  if (typeof dims === 'number') {
    if (dims < 0 || dims > Math.min(a.ndim, b.ndim)) {
      throw new ShapeError(
        `${op}: ${dims} dimensions cannot be taken from ${showShape(a.shape)} and ${showShape(b.shape)}`,
      )
    }
    const places = Array.from({ length: dims }, (_, i) => i)
    return [places.map((i) => a.ndim - dims + i), places]
  }
  const [ofA, ofB] = [dims[0].map((d) => normalizeDim(op, d, a.ndim)), dims[1].map((d) => normalizeDim(op, d, b.ndim))]
  if (ofA.length !== ofB.length) {
    throw new ShapeError(`${op}: ${ofA.length} dimensions of the first do not pair with ${ofB.length} of the second`)
  }
  checkDistinct(op, ofA)
  checkDistinct(op, ofB)
  return [ofA, ofB]
}

/** x summed over those of `dims` that have size 1 in the other operand, where they would be repeated. */
function summed(x: Tensor, dims: readonly number[], other: Tensor, otherDims: readonly number[]): Tensor {
  const repeated = dims.filter((d, i) => other.shape[otherDims[i] as number] === 1 && x.shape[d] !== 1)
  return repeated.length === 0 ? x : x.sum(repeated, { keepdim: true })
}

/** Σ over pairs of dimensions; the result has the others of a, then the others of b. */
function contract(op: string, a: Tensor, b: Tensor, dims: ContractedDims): Tensor {
  checkSameDtype(op, a, b)
  const [ofA, ofB] = contracted(op, a, b, dims)
  const [x, y] = [summed(a, ofA, b, ofB), summed(b, ofB, a, ofA)]
  const sizes = ofA.map((d) => x.shape[d] as number)
  if (!sizes.every((size, i) => size === y.shape[ofB[i] as number])) {
    throw new ShapeError(
      `${op}: dimensions ${showShape(ofA)} of ${showShape(a.shape)} do not fit ${showShape(ofB)} of ${showShape(b.shape)}`,
    )
  }
  const [restA, restB] = [without(x, ofA), without(y, ofB)]
  const [rows, columns] = [restA.map((d) => x.shape[d] as number), restB.map((d) => y.shape[d] as number)]
  const left = reshape(permute(x, [...restA, ...ofA]), [numelOf(rows), numelOf(sizes)])
  const right = reshape(permute(y, [...ofB, ...restB]), [numelOf(sizes), numelOf(columns)])
  return reshape(matmul(left, right), [...rows, ...columns])
}

function without(x: Tensor, dims: readonly number[]): number[] {
  return x.shape.map((_, d) => d).filter((d) => !dims.includes(d))
}

export interface TensordotOptions {
  /** How many: a's last ones with b's first ones, in order; or a list for a and a list for b. Default 2. */
  dims?: ContractedDims
}

const pairOfLists = kinds.kind<ContractedDims>(
  'an integer or two lists of dimensions, as [[0, 1], [1, 0]]',
  (value) =>
    Number.isInteger(value) || (Array.isArray(value) && value.length === 2 && value.every(kinds.integers.accepts)),
)
const takesTensordot = signature('tensordot', { a: kinds.tensor, b: kinds.tensor }, { dims: pairOfLists })

/**
 * The sum of products over pairs of dimensions, one of a and one of b.
 *
 * @returns shape [other dimensions of a, other dimensions of b]
 * @throws ShapeError where the sizes do not fit, DTypeError when the dtypes differ.
 * @example
 * tensordot(ones([2, 3]), ones([3, 4]), 1).shape // [2, 4]
 * tensordot(ones([2, 3]), ones([2, 3, 4]), [[0, 1], [0, 1]]).shape // [4]
 * @see torch.tensordot
 */
export function tensordot(a: Tensor, b: Tensor, ...args: Args<TensordotOptions, ['dims']>): Tensor {
  const { dims = 2 } = takesTensordot([a, b], args)
  return contract('tensordot', a, b, dims)
}

/**
 * The sum of products over the last dimension of both: for vectors the dot product. A 0-d operand multiplies the other.
 *
 * @param a shape [..., k]
 * @param b shape [..., k]
 * @returns shape [dimensions of a but the last, dimensions of b but the last]
 * @throws ShapeError when the last dimensions differ, DTypeError when the dtypes differ.
 * @example
 * inner(tensor([1, 2]), tensor([3, 4])) // tensor(11)
 * @see torch.inner
 */
export function inner(a: Tensor, b: Tensor, ...none: []): Tensor {
  takesTwo([a, b], none, 'inner')
  if (a.ndim === 0 || b.ndim === 0) return a.mul(b)
  if (a.shape.at(-1) !== b.shape.at(-1)) {
    throw new ShapeError(`inner: the last dimensions differ, ${showShape(a.shape)} and ${showShape(b.shape)}`)
  }
  return contract('inner', a, b, [[-1], [-1]])
}
