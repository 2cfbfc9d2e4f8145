import type { TypedArray } from '../core/dtype'
import { AutogradError, IndexError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, type Op } from '../core/op'
import { normalizeDim, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import { orderOf } from '../kernels/js/order'
import type { Tensor } from '../tensor'
import { tensor } from './creation'
import { movedim } from './view'

export interface UniqueOptions {
  /** Where each element, or slice, of the input went. Default false. */
  returnInverse?: boolean
  /** How often each occurs. Default false. */
  returnCounts?: boolean
  /** Compare the slices along this dimension; without it, all elements. */
  dim?: number | null
}

export interface Unique {
  /** The different elements in ascending order, shape [count]; or the slices, as many along `dim`. */
  readonly values: Tensor
  /** int64: for each element of the input (or slice along `dim`) its index in `values`. */
  readonly inverse: Tensor
  /** int64, shape [count]. */
  readonly counts: Tensor
}

/** Rows of one length, one after another. */
interface Rows {
  readonly data: TypedArray
  readonly count: number
  readonly length: number
}

/** A row that differs from all before it, and the rows that equal it. */
interface Group {
  readonly first: number
  readonly members: number[]
}

const precedes = orderOf(false)

/** Below 0 where row p comes before row q: by their first elements that differ. NaN comes last. */
function compareRows({ data, length }: Rows, p: number, q: number): number {
  for (let i = 0; i < length; i++) {
    const [a, b] = [data[p * length + i] as number, data[q * length + i] as number]
    if (precedes(a, b)) return -1
    if (precedes(b, a)) return 1
  }
  return 0
}

/** NaN equals nothing, not even itself. */
function areEqual({ data, length }: Rows, p: number, q: number): boolean {
  for (let i = 0; i < length; i++) if (data[p * length + i] !== data[q * length + i]) return false
  return true
}

/** The different rows in ascending order. */
function groupsOf(rows: Rows): Group[] {
  const order = Array.from({ length: rows.count }, (_, n) => n).sort((p, q) => compareRows(rows, p, q))
  const groups: Group[] = []
  for (const row of order) {
    const last = groups.at(-1)
    if (last !== undefined && areEqual(rows, last.first, row)) last.members.push(row)
    else groups.push({ first: row, members: [row] })
  }
  return groups
}

function inverseOf(groups: readonly Group[], count: number): Tensor {
  const inverse = new Float64Array(count)
  groups.forEach(({ members }, place) => {
    for (const row of members) inverse[row] = place
  })
  return tensor(inverse, { dtype: 'int64' })
}

/** Groups the slices of x along its first dimension. */
function uniqueRows(x: Tensor): Unique {
  const count = x.shape[0] as number
  const groups = groupsOf({ data: x.toTypedArray(), count, length: x.numel() / Math.max(count, 1) })
  const indices = (list: number[]): Tensor => tensor(list, { dtype: 'int64' })
  return {
    values: x.at(indices(groups.map(({ first }) => first))),
    inverse: inverseOf(groups, count),
    counts: indices(groups.map(({ members }) => members.length)),
  }
}

function uniqueSlices(x: Tensor, dim: number): Unique {
  if (x.ndim === 0) throw new IndexError(`unique: a 0-d tensor has no dimension ${dim}`)
  const d = normalizeDim('unique', dim, x.ndim)
  if (x.shape.some((size, i) => size === 0 && i !== d)) {
    throw new ShapeError(`unique: the slices of ${showShape(x.shape)} along dimension ${d} are empty`)
  }
  const { values, ...rest } = uniqueRows(movedim(x, d, 0))
  return { values: movedim(values, 0, d), ...rest }
}

const takesUnique = signature(
  'unique',
  { input: kinds.tensor },
  {},
  {
    returnInverse: kinds.boolean,
    returnCounts: kinds.boolean,
    dim: kinds.orNull(kinds.integer),
  },
)
/** The values that were found belong to the graph, but have no derivative, as in PyTorch. */
const uniqueOp = withoutDerivative('Unique2Backward0')
const uniqueDimOp = withoutDerivative('UniqueDimBackward0')

function withoutDerivative(node: string): Op<[Tensor], Tensor> {
  return {
    name: 'unique',
    node,
    forward: (_, _inputs, values) => values,
    backward() {
      throw new AutogradError('unique: has no derivative; detach() its values or its input')
    },
  }
}

/**
 * The different elements of a tensor in ascending order; or, with `dim`, its different slices along a dimension in
 * lexicographic order. NaN differs from everything.
 *
 * @returns the values; with `returnInverse` or `returnCounts` an object with the inverse and the counts too
 * @throws IndexError when there is no such dimension.
 * @throws ShapeError when the slices along `dim` are empty.
 * @example
 * unique(tensor([3, 1, 3])) // tensor([1, 3])
 * unique(tensor([3, 1, 3]), { returnCounts: true }).counts // tensor([1, 2])
 * @see torch.unique
 */
export function unique(x: Tensor, options: UniqueOptions & ({ returnInverse: true } | { returnCounts: true })): Unique
export function unique(x: Tensor, options?: { dim?: number | null }): Tensor
export function unique(x: Tensor, options?: UniqueOptions): Tensor | Unique
export function unique(x: Tensor, ...args: Args<UniqueOptions>): Tensor | Unique {
  const { returnInverse = false, returnCounts = false, dim = null } = takesUnique([x], args)
  const input = x.detach()
  const found = dim === null ? uniqueRows(input.reshape(-1)) : uniqueSlices(input, dim)
  const result = dim === null ? { ...found, inverse: found.inverse.view(x.shape) } : found
  const values = apply(dim === null ? uniqueOp : uniqueDimOp, [x], result.values)
  return returnInverse || returnCounts ? { ...result, values } : values
}
