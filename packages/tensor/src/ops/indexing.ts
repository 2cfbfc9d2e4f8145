import { elementOf } from '../core/dtype'
import { DTypeError, IndexError, ShapeError } from '../core/errors'
import { isTensor } from '../core/is-tensor'
import * as kinds from '../core/kinds'
import { applyInPlace } from '../core/op'
import { asTensor } from '../core/operand'
import { broadcastShapes, type Shape, sameShape, showShape } from '../core/shape'
import { show } from '../core/show'
import { type Args, isPlainObject, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { fromByteMask } from './byte-mask'
import { tensor, zeros } from './creation'
import { listedShape, listing, puttingOps, takeListed } from './index-op'
import { nonzero } from './nonzero'
import { checkedIndex } from './part'
import { alias, selectAt, sliceAlong, unsqueeze } from './view'

/** A range of indices, as Python's `start:stop:step`. Null stands for an end; negative places count from the back. */
export interface Slice {
  readonly start: number | null
  readonly stop: number | null
  readonly step: number
}

export interface SliceOptions {
  /** The first index; null for the first of all. Default null. */
  start?: number | null
  /** The index behind the last; null for the end. Default null. */
  stop?: number | null
  /** From one index to the next. Default 1. */
  step?: number
}

const end = kinds.orNull(kinds.integer)
const takesSlice = signature('slice', {}, { start: end, stop: end, step: kinds.integer })

/**
 * A range of indices. In `x.at(...)` the string `'1:5'` says the same; this is for places that are computed.
 *
 * @throws RangeError when the step is not a positive integer.
 * @example
 * arange(6).at(slice(1, null, 2)) // tensor([1, 3, 5])
 */
export function slice(...args: Args<SliceOptions, ['start', 'stop', 'step']>): Slice {
  const { start = null, stop = null, step = 1 } = takesSlice([], args)
  if (!(step > 0)) throw new RangeError(`slice: the step must be a positive integer, got ${step}`)
  return { start, stop, step }
}

/**
 * One place in `x.at(...)`: an integer, a slice as an object or as in Python (`':'`, `'2:'`, `':-1'`, `'::2'`), `'...'`
 * for all dimensions that the others leave, null for a new dimension, a list or tensor of indices, or a bool mask. A 0-d
 * tensor of an integer is that integer; true and false are masks that choose all or nothing along a new dimension.
 */
export type Index = number | string | boolean | null | Slice | readonly number[] | readonly boolean[] | Tensor

/** A view of x by the plain places among `indices`, and the index tensors for the dimensions that they stand at. */
interface Selection {
  readonly view: Tensor
  readonly lists: readonly (Tensor | null)[]
  /** True where the lists come from one mask. */
  readonly isMasked: boolean
}

/** An index with its tensor, if it stands for one. */
function asTensorIndex(index: Index): Index {
  if (typeof index === 'boolean') return tensor(index)
  if (Array.isArray(index)) {
    const list = tensor(index)
    return list.numel() === 0 ? list.long() : list
  }
  if (!isTensor(index)) return index
  if (index.ndim === 0 && (index.dtype === 'int64' || index.dtype === 'int32')) return index.item()
  return index.dtype === 'uint8' ? fromByteMask(index) : index
}

function isSlice(index: Index): index is Slice | string {
  if (typeof index === 'string') return index !== '...'
  return typeof index === 'object' && index !== null && 'start' in index
}

function parseSlice(op: string, text: string): Slice {
  const parts = text.split(':').map((part) => part.trim())
  const isWritten = (parts.length === 2 || parts.length === 3) && parts.every((part) => /^(-?\d+)?$/.test(part))
  if (!isWritten)
    throw new IndexError(`${op}: '${text}' is no index; slices are written 'start:stop' or 'start:stop:step'`)
  const [start, stop, step] = parts.map((part) => (part === '' ? null : Number(part)))
  return slice(start, stop, step ?? 1)
}

const listKind = kinds.either(kinds.integers, kinds.listOf(kinds.boolean))

const indexKind = kinds.kind<Index>(
  "an integer, a slice as '1:5', '...', null, a boolean, a list of integers or booleans, or a tensor",
  (value) =>
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    isTensor(value) ||
    (Array.isArray(value) ? listKind.accepts(value) : typeof value === 'object' && 'start' in value),
)

const indicesKind = kinds.kind<readonly Index[]>(
  `a list of indices, each of it ${indexKind.name}`,
  (value) => Array.isArray(value) && value.every(indexKind.accepts),
)

/** How many dimensions of x an index takes. */
function dimsTaken(index: Index): number {
  if (index === null || index === '...') return 0
  return isTensor(index) && index.dtype === 'bool' ? index.ndim : 1
}

function select(op: string, x: Tensor, given: readonly Index[]): Selection {
  const indices = given.map(asTensorIndex)
  const taken = indices.reduce<number>((n, index) => n + dimsTaken(index), 0)
  if (taken > x.ndim)
    throw new IndexError(`${op}: ${taken} indices for a tensor of ${x.ndim} dimensions, ${showShape(x.shape)}`)
  if (indices.filter((index) => index === '...').length > 1) throw new IndexError(`${op}: '...' can stand only once`)
  let view = x
  let dim = 0
  const lists: (Tensor | null)[] = []
  const keepDim = (): void => {
    lists.push(null)
    dim++
  }
  for (const index of indices) {
    if (index === '...') {
      for (let n = x.ndim - taken; n > 0; n--) keepDim()
    } else if (index === null) {
      view = unsqueeze(view, dim)
      keepDim()
    } else if (typeof index === 'number') {
      view = selectAt(view, dim, checkedIndex(op, index, view, dim))
    } else if (isSlice(index)) {
      view = applySlice(view, dim, typeof index === 'string' ? parseSlice(op, index) : index)
      keepDim()
    } else if (isTensor(index)) {
      // A single true or false chooses all or nothing along a dimension of its own.
      if (index.dtype === 'bool' && index.ndim === 0) view = unsqueeze(view, dim)
      const places = index.dtype === 'bool' ? placesOfMask(op, index, view, dim) : [checkedList(op, index)]
      lists.push(...places)
      dim += places.length
    }
  }
  const tensors = indices.filter(isTensor)
  return { view, lists, isMasked: tensors.length === 1 && tensors[0]?.dtype === 'bool' }
}

function checkedList(op: string, index: Tensor): Tensor {
  if (index.dtype !== 'int64' && index.dtype !== 'int32') {
    throw new DTypeError(`${op}: tensors used as indices must be int64 or bool, got ${index.dtype}`)
  }
  return index
}

/** A mask stands for the places where it is true: a list of indices for each of its dimensions. */
function placesOfMask(op: string, mask: Tensor, x: Tensor, dim: number): Tensor[] {
  if (mask.ndim === 0) return [zeros([mask.item()], { dtype: 'int64' })]
  const covered = x.shape.slice(dim, dim + mask.ndim)
  if (!sameShape(mask.shape, covered)) {
    throw new IndexError(
      `${op}: a mask ${showShape(mask.shape)} does not fit the dimensions ${showShape(covered)} that it indexes`,
    )
  }
  const places = nonzero(mask)
  return mask.shape.map((_, d) => selectAt(places, 1, d))
}

function applySlice(x: Tensor, dim: number, { start, stop, step }: Slice): Tensor {
  const size = x.shape[dim] as number
  const clamp = (place: number): number => Math.min(Math.max(place < 0 ? place + size : place, 0), size)
  const from = clamp(start ?? 0)
  const length = Math.max(Math.ceil((clamp(stop ?? size) - from) / step), 0)
  return from === 0 && length === size && step === 1 ? x : sliceAlong(x, dim, from, length, step)
}

const takesAt = signature('at', { input: kinds.tensor }, { indices: kinds.required(indicesKind) })

/** The part of x that the indices name: a view for plain indices, a copy where an index is a tensor. */
export function at(x: Tensor, indices: readonly Index[]): Tensor {
  if (!indicesKind.accepts(indices as unknown)) {
    const [first] = indices
    return at(x, takesAt([x], indices.length === 1 && isPlainObject(first) ? [first as never] : [indices]).indices)
  }
  const selection = select('at', x, indices)
  const listed = listing('at', selection.lists)
  if (listed !== null) return takeListed('at', selection.view, listed)
  if (selection.view !== x) return selection.view
  return indices.some(isSlice) ? sliceAlong(x, 0, 0, x.shape[0] as number, 1) : alias(x)
}

export interface IndexPutOptions {
  /** Where: as in `x.at(...)`. */
  indices: readonly Index[]
  /** What comes there, broadcast: a number or a tensor of x's dtype. */
  values: Tensor | number | boolean
  /** Add to the elements, as often as they are named, instead of replacing them. Default false. */
  accumulate?: boolean
}

function checkFits(op: string, values: Tensor, part: Shape): void {
  if (!sameShape(broadcastShapes(op, values.shape, part), part)) {
    throw new ShapeError(`${op}: ${showShape(values.shape)} does not broadcast to the indexed part ${showShape(part)}`)
  }
}

/** Puts `value`, broadcast and converted, where the indices say. */
function putAt(
  name: 'setAt_' | 'indexPut' | 'indexPut_',
  x: Tensor,
  indices: readonly Index[],
  value: Tensor | number | boolean,
  accumulate: boolean,
): void {
  const { view, lists, isMasked } = select(name, x, indices)
  const listed = listing(name, lists)
  if (listed === null) {
    if (typeof value !== 'object') accumulate ? view.add_(value) : view.fill_(value)
    else {
      const values = withoutLeadingOnes(value, view.ndim)
      checkFits(name, values, view.shape)
      accumulate ? view.add_(values) : view.copy_(values)
    }
    return
  }
  const target = listedShape(view.shape, listed)
  const given = typeof value === 'object' ? value : asTensor(name, elementOf(name, Number(value), x.dtype))
  const isOneValue = isMasked && given.numel() === 1
  if (given === value && given.dtype !== x.dtype && !isOneValue) {
    throw new DTypeError(
      `${name}: the value must be ${x.dtype} like the tensor, got ${given.dtype}; convert it with to`,
    )
  }
  const values = withoutLeadingOnes(given.to(x.dtype), target.length)
  checkFits(name, values, target)
  applyInPlace(
    puttingOps[name === 'setAt_' ? 'setAt' : 'indexPut'],
    [view, values.expand(target)],
    {
      ...listed,
      accumulate,
    },
    name,
  )
}

const takesSetAt = signature('setAt_', { input: kinds.tensor, indices: indicesKind, value: kinds.operand })

/** x's part that the indices name becomes `value`, broadcast and converted. */
export function setAt(
  x: Tensor,
  indices: readonly Index[],
  value: Tensor | number | boolean,
  none: readonly unknown[],
): void {
  takesSetAt([x, indices, value], none)
  putAt('setAt_', x, indices, value, false)
}

export type IndexPutArgs = Args<IndexPutOptions, ['indices', 'values', 'accumulate']>

const takesIndexPut = signature(
  '',
  { input: kinds.tensor },
  {
    indices: kinds.required(indicesKind),
    values: kinds.required(kinds.operand),
    accumulate: kinds.boolean,
  },
)

/** As `setAt`, or adds the values to the part. */
export function indexPutInPlace(op: 'indexPut' | 'indexPut_', x: Tensor, args: IndexPutArgs): void {
  const { indices, values, accumulate = false } = takesIndexPut([x], args, op)
  if (isTensor(values) && values.dtype !== x.dtype) {
    throw new DTypeError(`${op}: values must be ${x.dtype} like the tensor, got ${show(values)}`)
  }
  putAt(op, x, indices, values, accumulate)
}

/** A value may have more dimensions than its place, of size 1. */
function withoutLeadingOnes(value: Tensor, rank: number): Tensor {
  const extra = value.ndim - rank
  const isOnes = extra > 0 && value.shape.slice(0, extra).every((size) => size === 1)
  return isOnes ? value.reshape(value.shape.slice(extra)) : value
}
