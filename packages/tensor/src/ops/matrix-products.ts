import { DTypeError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { nameStep } from '../core/op'
import { showShape } from '../core/shape'
import { signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { matmul } from './matmul'

/** The forms of `matmul` that take operands of one rank only, and what each expects. */
const expected = { 1: 'a vector', 2: 'a matrix', 3: 'a stack of matrices' }

type Rank = keyof typeof expected

/** Refuses operands of other ranks, and those whose sizes or dtypes do not fit. */
export function checkProduct(op: string, a: Tensor, b: Tensor, rankA: Rank, rankB: Rank): void {
  checkRank(op, a, rankA)
  checkRank(op, b, rankB)
  checkSameDtype(op, a, b)
  const inner = b.shape[Math.max(rankB - 2, 0)]
  const isSameStack = rankA < 3 || a.shape[0] === b.shape[0]
  if (a.shape.at(-1) !== inner || !isSameStack) {
    throw new ShapeError(`${op}: sizes do not fit, ${showShape(a.shape)} @ ${showShape(b.shape)}`)
  }
}

/** The product of operands that must have these ranks. */
export function matrixProduct(op: string, a: Tensor, b: Tensor, rankA: Rank, rankB: Rank): Tensor {
  checkProduct(op, a, b, rankA, rankB)
  return matmul(a, b)
}

export function checkRank(op: string, x: Tensor, rank: Rank): void {
  if (x.ndim !== rank) throw new ShapeError(`${op}: expects ${expected[rank]}, got ${showShape(x.shape)}`)
}

export function checkSameDtype(op: string, a: Tensor, b: Tensor): void {
  if (a.dtype !== b.dtype) throw new DTypeError(`${op}: operands have different dtypes, ${a.dtype} and ${b.dtype}`)
  if (a.dtype === 'bool') throw new DTypeError(`${op}: not defined for bool tensors`)
}

const takesPair = signature('', { input: kinds.tensor, mat2: kinds.tensor })
const takesVector = signature('', { input: kinds.tensor, vec: kinds.tensor })
const takesDot = signature('', { input: kinds.tensor, tensor: kinds.tensor })
const takesVdot = signature('', { input: kinds.tensor, other: kinds.tensor })

/**
 * The product of two matrices.
 *
 * @param a shape [m, k]
 * @param b shape [k, n]
 * @returns shape [m, n]
 * @throws ShapeError for other shapes, DTypeError when the dtypes differ.
 * @example
 * mm(tensor([[1, 2]]), tensor([[3], [4]])) // tensor([[11]])
 * @see torch.mm
 */
export function mm(a: Tensor, b: Tensor, ...none: []): Tensor {
  takesPair([a, b], none, 'mm')
  return matrixProduct('mm', a, b, 2, 2)
}

/**
 * The products of two stacks of matrices, pair by pair.
 *
 * @param a shape [stack, m, k]
 * @param b shape [stack, k, n]
 * @returns shape [stack, m, n]
 * @throws ShapeError for other shapes, DTypeError when the dtypes differ.
 * @example
 * bmm(ones([2, 3, 4]), ones([2, 4, 5])).shape // [2, 3, 5]
 * @see torch.bmm
 */
export function bmm(a: Tensor, b: Tensor, ...none: []): Tensor {
  takesPair([a, b], none, 'bmm')
  return nameStep('BmmBackward0', matrixProduct('bmm', a, b, 3, 3))
}

/**
 * The product of a matrix and a vector.
 *
 * @param a shape [m, k]
 * @param x shape [k]
 * @returns shape [m]
 * @throws ShapeError for other shapes, DTypeError when the dtypes differ.
 * @example
 * mv(tensor([[1, 2], [3, 4]]), tensor([1, 1])) // tensor([3, 7])
 * @see torch.mv
 */
export function mv(a: Tensor, x: Tensor, ...none: []): Tensor {
  takesVector([a, x], none, 'mv')
  return matrixProduct('mv', a, x, 2, 1)
}

/**
 * The dot product of two vectors, Σᵢ aᵢ bᵢ.
 *
 * @throws ShapeError unless both are vectors of one length, DTypeError when the dtypes differ.
 * @example
 * dot(tensor([1, 2]), tensor([3, 4])) // tensor(11)
 * @see torch.dot
 */
export function dot(a: Tensor, b: Tensor, ...none: []): Tensor {
  takesDot([a, b], none, 'dot')
  return matrixProduct('dot', a, b, 1, 1)
}

/**
 * The dot product of two vectors. For the real numbers that there are here it is the same as `dot`.
 *
 * @throws ShapeError unless both are vectors of one length, DTypeError when the dtypes differ.
 * @example
 * vdot(tensor([1, 2]), tensor([3, 4])) // tensor(11)
 * @see torch.vdot
 */
export function vdot(a: Tensor, b: Tensor, ...none: []): Tensor {
  takesVdot([a, b], none, 'vdot')
  return matrixProduct('vdot', a, b, 1, 1)
}
