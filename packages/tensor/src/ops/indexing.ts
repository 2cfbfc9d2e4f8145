import { DTypeError, IndexError, ShapeError } from '../core/errors'
import { apply, applyInPlace, type Op } from '../core/op'
import { allocate, asTensor } from '../core/operand'
import { broadcastShapes, sameShape, showShape } from '../core/shape'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { zeros } from './creation'
import { nonzero } from './nonzero'
import { permute, selectAt, sliceAlong, unsqueeze } from './view'

/** A range of indices, as Python's `start:stop:step`. Null stands for an end; negative places count from the back. */
export interface Slice {
  readonly start: number | null
  readonly stop: number | null
  readonly step: number
}

/**
 * A range of indices. In `x.at(...)` the string `'1:5'` says the same; this is for places that are computed.
 *
 * @throws RangeError when the step is not a positive integer.
 * @example
 * arange(6).at(slice(1, null, 2)) // tensor([1, 3, 5])
 */
export function slice(start: number | null = null, stop: number | null = null, step = 1): Slice {
  if (!Number.isInteger(step) || step <= 0)
    throw new RangeError(`slice: the step must be a positive integer, got ${step}`)
  for (const end of [start, stop]) {
    if (end !== null && !Number.isInteger(end)) throw new RangeError(`slice: expects integers, got ${end}`)
  }
  return { start, stop, step }
}

/**
 * One place in `x.at(...)`: an integer, a slice as an object or as in Python (`':'`, `'2:'`, `':-1'`, `'::2'`), `'...'`
 * for all dimensions that the others leave, null for a new dimension, a tensor of indices or a bool mask.
 */
export type Index = number | string | null | Slice | Tensor

/** A view of x by the plain places among `indices`, and the index tensors for the dimensions that they stand at. */
interface Selection {
  readonly view: Tensor
  readonly lists: readonly (Tensor | null)[]
}

function isTensor(index: Index): index is Tensor {
  return typeof index === 'object' && index !== null && 'storage' in index
}

function parseSlice(text: string): Slice {
  const parts = text.split(':').map((part) => part.trim())
  const isSlice = (parts.length === 2 || parts.length === 3) && parts.every((part) => /^(-?\d+)?$/.test(part))
  if (!isSlice) throw new IndexError(`at: '${text}' is no index; slices are written 'start:stop' or 'start:stop:step'`)
  const [start, stop, step] = parts.map((part) => (part === '' ? null : Number(part)))
  return slice(start, stop, step ?? 1)
}

/** How many dimensions of x an index takes. */
function dimsTaken(index: Index): number {
  if (index === null || index === '...') return 0
  return isTensor(index) && index.dtype === 'bool' ? index.ndim : 1
}

function select(op: string, x: Tensor, indices: readonly Index[]): Selection {
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
    } else if (isTensor(index)) {
      const places = index.dtype === 'bool' ? placesOfMask(op, index, view, dim) : [checkedList(op, index)]
      lists.push(...places)
      dim += places.length
    } else {
      view = applySlice(view, dim, typeof index === 'string' ? parseSlice(index) : index)
      keepDim()
    }
  }
  return { view, lists }
}

function checkedIndex(op: string, index: number, x: Tensor, dim: number): number {
  const size = x.shape[dim] as number
  if (!Number.isInteger(index) || index < -size || index >= size) {
    throw new IndexError(`${op}: index ${index} is out of range for dimension ${dim} of size ${size}`)
  }
  return index < 0 ? index + size : index
}

function checkedList(op: string, index: Tensor): Tensor {
  if (index.dtype !== 'int64' && index.dtype !== 'int32') {
    throw new DTypeError(`${op}: tensors used as indices must be int64 or bool, got ${index.dtype}`)
  }
  return index
}

/** A mask stands for the places where it is true: a list of indices for each of its dimensions. */
function placesOfMask(op: string, mask: Tensor, x: Tensor, dim: number): Tensor[] {
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

/**
 * Index lists broadcast together, and the order that puts the dimensions they index first. NumPy's rule: where the
 * lists stand side by side the result keeps them there, else it has them in front.
 */
function arrange(op: string, { view, lists }: Selection): { first: Tensor; places: Tensor[]; at: number } | null {
  const indexed = lists.flatMap((list, d) => (list === null ? [] : [d]))
  const [start] = indexed
  if (start === undefined) return null
  const isTogether = indexed.every((d, i) => d === start + i)
  const shape = indexed.reduce<readonly number[]>((s, d) => broadcastShapes(op, s, (lists[d] as Tensor).shape), [])
  const places = indexed.map((d) => (lists[d] as Tensor).expand(shape))
  const others = view.shape.map((_, d) => d).filter((d) => !indexed.includes(d))
  return { first: permute(view, [...indexed, ...others]), places, at: isTogether ? start : 0 }
}

/** Moves the leading `count` dimensions behind the `at` next ones: where a result has the listed dimensions. */
function listedTo(at: number, x: Tensor, count: number): Tensor {
  if (at === 0) return x
  const dims = x.shape.map((_, d) => d)
  return permute(x, [...dims.slice(count, count + at), ...dims.slice(0, count), ...dims.slice(count + at)])
}

/** The reverse: the listed dimensions from `at` to the front. */
function listedFrom(at: number, x: Tensor, count: number): Tensor {
  if (at === 0) return x
  const dims = x.shape.map((_, d) => d)
  return permute(x, [...dims.slice(at, at + count), ...dims.slice(0, at), ...dims.slice(at + count)])
}

const indexOp: Op<[Tensor], { places: readonly Tensor[] }> = {
  name: 'index',
  forward(_, [x], { places }) {
    const [list] = places as [Tensor]
    const out = allocate([...list.shape, ...x.shape.slice(places.length)], x.dtype)
    getBackend().kernels.index(x, places, out)
    return out
  },
  backward({ params: { places }, shapes: [shape = []] }, grad) {
    return [put(zeros(shape, { dtype: grad.dtype }), places, grad, true)]
  },
}

interface PutParams {
  readonly places: readonly Tensor[]
  readonly accumulate: boolean
}

const indexPutOp: Op<[Tensor, Tensor], PutParams> = {
  name: 'indexPut',
  forward(_, [x, values], { places, accumulate }) {
    const out = allocate(x.shape, x.dtype)
    getBackend().kernels.copy(x, out)
    getBackend().kernels.indexPut(out, places, values, accumulate)
    return out
  },
  backward({ params: { places, accumulate }, needs }, grad) {
    const [list] = places as [Tensor]
    const shape = [...list.shape, ...grad.shape.slice(places.length)]
    return [
      accumulate ? grad : put(grad, places, zeros(shape, { dtype: grad.dtype }), false),
      needs[1] === true ? apply(indexOp, [grad], { places }) : null,
    ]
  },
}

function put(x: Tensor, places: readonly Tensor[], values: Tensor, accumulate: boolean): Tensor {
  return apply(indexPutOp, [x, values], { places, accumulate })
}

/** The part of x that the indices name: a view for plain indices, a copy where an index is a tensor. */
export function at(x: Tensor, indices: readonly Index[]): Tensor {
  const selection = select('at', x, indices)
  const arranged = arrange('at', selection)
  if (arranged === null) return selection.view === x ? x.view(x.shape) : selection.view
  const { first, places, at: place } = arranged
  return listedTo(place, apply(indexOp, [first], { places }), (places[0] as Tensor).ndim)
}

/** x's part that the indices name becomes `value`, broadcast and converted. */
export function setAt(x: Tensor, indices: readonly Index[], value: Tensor | number | boolean): Tensor {
  const selection = select('setAt_', x, indices)
  const arranged = arrange('setAt_', selection)
  if (arranged === null) {
    selection.view.copy_(value)
    return x
  }
  const { first, places, at: place } = arranged
  const [list] = places as [Tensor]
  const others = first.shape.slice(places.length)
  const target = [...others.slice(0, place), ...list.shape, ...others.slice(place)]
  const values = asTensor(value).to(x.dtype)
  if (!sameShape(broadcastShapes('setAt_', values.shape, target), target)) {
    throw new ShapeError(
      `setAt_: ${showShape(values.shape)} does not broadcast to the indexed part ${showShape(target)}`,
    )
  }
  applyInPlace(indexPutOp, [first, listedFrom(place, values.expand(target), list.ndim)], { places, accumulate: false })
  return x
}
