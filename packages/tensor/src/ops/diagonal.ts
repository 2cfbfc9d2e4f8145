import { ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, nameStep, type Op } from '../core/op'
import { allocate } from '../core/operand'
import { normalizeDim, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { clone } from './copy'
import { takesInput } from './takes'
import { defineView, type Geometry, inZeros, type Part } from './view'

/** Which diagonal: of the matrices in two dimensions, `offset` above (or, negative, below) the main one. */
interface Diagonal {
  readonly offset: number
  readonly dim1: number
  readonly dim2: number
}

function chosen(op: string, rank: number, offset: number, dim1: number, dim2: number): Diagonal {
  const [first, second] = [normalizeDim(op, dim1, rank), normalizeDim(op, dim2, rank)]
  if (first === second) {
    throw new ShapeError(`${op}: the dimensions of a diagonal must differ, got ${dim1} and ${dim2}`)
  }
  return { offset, dim1: first, dim2: second }
}

/** Where the diagonal lies in a tensor's storage: its two dimensions become one, the last. */
function geometryOf(x: Geometry, { offset, dim1, dim2 }: Diagonal): Geometry {
  const [size1, size2] = [x.shape[dim1] as number, x.shape[dim2] as number]
  const [stride1, stride2] = [x.strides[dim1] as number, x.strides[dim2] as number]
  const length = Math.max(Math.min(size1 + Math.min(offset, 0), size2 - Math.max(offset, 0)), 0)
  const start = offset >= 0 ? offset * stride2 : -offset * stride1
  const others = (list: readonly number[]): number[] => list.filter((_, d) => d !== dim1 && d !== dim2)
  return {
    shape: [...others(x.shape), length],
    strides: [...others(x.strides), stride1 + stride2],
    offset: length === 0 ? x.offset : x.offset + start,
  }
}

const diagonalOp = defineView<Part>('diagonal', inZeros)

export interface OffsetOptions {
  /** Which diagonal: 0 the main one, positive above it, negative below. Default 0. */
  offset?: number
}

export interface DiagonalOptions extends OffsetOptions {
  /** The dimension of the rows. Default 0 of `diagonal`, -2 of `diagEmbed`. */
  dim1?: number
  /** The dimension of the columns. Default 1 of `diagonal`, -1 of `diagEmbed`. */
  dim2?: number
}

type DiagonalArgs = Args<DiagonalOptions, ['offset', 'dim1', 'dim2']>

const takesDiagonal = signature(
  'diagonal',
  { input: kinds.tensor },
  { offset: kinds.integer, dim1: kinds.integer, dim2: kinds.integer },
)

/**
 * The diagonals of the matrices in two dimensions, as the last dimension. Shares storage.
 *
 * @throws ShapeError when the two dimensions are the same.
 * @example
 * diagonal(tensor([[1, 2], [3, 4]])) // tensor([1, 4])
 * @see torch.diagonal
 */
export function diagonal(x: Tensor, ...args: DiagonalArgs): Tensor {
  const { offset = 0, dim1 = 0, dim2 = 1 } = takesDiagonal([x], args)
  const which = chosen('diagonal', x.ndim, offset, dim1, dim2)
  const part = (other: Tensor): Tensor => diagonal(other, offset, dim1, dim2)
  return apply(diagonalOp, [x], { geometry: geometryOf(x, which), part })
}

interface EmbedParams {
  readonly shape: readonly number[]
  readonly which: Diagonal
}

const diagEmbedOp: Op<[Tensor], EmbedParams> = {
  name: 'diagEmbed',
  forward(_, [x], { shape, which }) {
    const out = allocate(shape, x.dtype)
    const { storage, dtype } = out
    getBackend().kernels.fill(0, out)
    getBackend().kernels.copy(x, { storage, dtype, ...geometryOf(out, which) })
    return out
  },
  backward: ({ params: { which } }, grad) => [diagonal(grad, which.offset, which.dim1, which.dim2)],
}

/**
 * Matrices with the last dimension of x on their diagonal and zeros elsewhere.
 *
 * @throws ShapeError when the two dimensions are the same.
 * @example
 * diagEmbed(tensor([1, 2])) // tensor([[1, 0], [0, 2]])
 * @see torch.diag_embed
 */
export function diagEmbed(x: Tensor, ...args: DiagonalArgs): Tensor {
  const { offset = 0, dim1 = -2, dim2 = -1 } = takesDiagonal([x], args, 'diagEmbed')
  const which = chosen('diagEmbed', x.ndim + 1, offset, dim1, dim2)
  const size = (x.shape.at(-1) as number) + Math.abs(offset)
  const others = x.shape.slice(0, -1)
  const shape = Array.from({ length: x.ndim + 1 }, (_, d) =>
    d === which.dim1 || d === which.dim2 ? size : (others.shift() as number),
  )
  return apply(diagEmbedOp, [x], { shape, which })
}

export interface DiagOptions {
  /** Which diagonal: 0 the main one, positive above it, negative below. Default 0. */
  diagonal?: number
}

const takesDiag = signature('diag', { input: kinds.tensor }, { diagonal: kinds.integer })

/**
 * A diagonal of a matrix, copied; of a vector, the matrix with it on that diagonal.
 *
 * @throws ShapeError unless x has 1 or 2 dimensions.
 * @example
 * diag(tensor([[1, 2], [3, 4]]), 1) // tensor([2])
 * diag(tensor([1, 2])) // tensor([[1, 0], [0, 2]])
 * @see torch.diag
 */
export function diag(x: Tensor, ...args: Args<DiagOptions, ['diagonal']>): Tensor {
  const { diagonal: offset = 0 } = takesDiag([x], args)
  if (x.ndim === 1) return diagEmbed(x, offset)
  if (x.ndim === 2) return clone(diagonal(x, offset))
  throw new ShapeError(`diag: expects a vector or a matrix, got ${showShape(x.shape)}`)
}

const takesDiagflat = signature('diagflat', { input: kinds.tensor }, { offset: kinds.integer })

/**
 * The matrix with all elements of x on a diagonal.
 *
 * @example
 * diagflat(tensor([[1], [2]])) // tensor([[1, 0], [0, 2]])
 * @see torch.diagflat
 */
export function diagflat(x: Tensor, ...args: Args<OffsetOptions, ['offset']>): Tensor {
  const { offset = 0 } = takesDiagflat([x], args)
  return diagEmbed(x.reshape(-1), offset)
}

/**
 * The sum of a matrix's main diagonal, Σᵢ xᵢᵢ.
 *
 * @throws ShapeError unless x has 2 dimensions.
 * @example
 * trace(tensor([[1, 2], [3, 4]])) // tensor(5)
 * @see torch.trace
 */
export function trace(x: Tensor, ...none: []): Tensor {
  takesInput([x], none, 'trace')
  if (x.ndim !== 2) throw new ShapeError(`trace: expects a matrix, got ${showShape(x.shape)}`)
  return nameStep('TraceBackward0', diagonal(x).sum())
}
