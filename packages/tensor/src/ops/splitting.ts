import { DTypeError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { nameStep } from '../core/op'
import { normalizeDim, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { selectAt, sliceAlong } from './view'

function dimToSplit(op: string, x: Tensor, dim: number): number {
  if (x.ndim === 0) throw new ShapeError(`${op}: a 0-d tensor has no dimension to split`)
  return normalizeDim(op, dim, x.ndim)
}

export interface SplitOptions {
  /** The dimension to split. Default 0. */
  dim?: number
}

export type SplitArgs = Args<SplitOptions, ['dim']>

const dimKind = { dim: kinds.integer }
const sizeOrSizes = kinds.either(kinds.number, kinds.numbers)

/** Parts of the given sizes, one after another. */
function partsOf(node: string, x: Tensor, dim: number, sizes: readonly number[]): Tensor[] {
  let start = 0
  return sizes.map((size) => {
    const part = nameStep(node, sliceAlong(x, dim, start, size, 1))
    start += size
    return part
  })
}

const takesSplit = signature('split', { input: kinds.tensor, splitSize: sizeOrSizes }, dimKind)

/**
 * Parts along a dimension: all of one size but for a smaller last one, or of the sizes listed. They share storage.
 *
 * @param sizes the size of each part, or a list of sizes that add up to the dimension's
 * @throws ShapeError when the sizes are negative or do not add up.
 * @example
 * split(arange(5), 2).map((part) => part.toArray()) // [[0, 1], [2, 3], [4]]
 * split(arange(5), [1, 4]).map((part) => part.toArray()) // [[0], [1, 2, 3, 4]]
 * @see torch.split
 */
export function split(x: Tensor, sizes: number | readonly number[], ...args: SplitArgs): Tensor[] {
  const { dim = 0 } = takesSplit([x, sizes], args)
  const d = dimToSplit('split', x, dim)
  const size = x.shape[d] as number
  const list = typeof sizes === 'number' ? evenSizes(size, sizes) : sizes
  const isFitting = list.every((part) => Number.isInteger(part) && part >= 0)
  if (!isFitting || list.reduce((sum, part) => sum + part, 0) !== size) {
    throw new ShapeError(`split: the sizes ${showShape(list)} do not add up to dimension ${d} of size ${size}`)
  }
  return partsOf(typeof sizes === 'number' ? 'SplitBackward0' : 'SplitWithSizesBackward0', x, d, list)
}

/** `size` cut into parts of `each`, the last one smaller. */
function evenSizes(size: number, each: number): number[] {
  if (!Number.isInteger(each) || each < 0 || (each === 0 && size > 0)) {
    throw new ShapeError(`split: a dimension of size ${size} cannot be split into parts of size ${each}`)
  }
  const count = Math.max(Math.ceil(size / Math.max(each, 1)), 1)
  return Array.from({ length: count }, (_, i) => Math.min(each, size - i * each))
}

const takesChunk = signature('chunk', { input: kinds.tensor, chunks: kinds.number }, dimKind)

/**
 * At most `chunks` parts along a dimension, all of one size but for a smaller last one. They share storage.
 *
 * @throws RangeError when `chunks` is not a positive integer.
 * @example
 * chunk(arange(5), 2).map((part) => part.toArray()) // [[0, 1, 2], [3, 4]]
 * @see torch.chunk
 */
export function chunk(x: Tensor, chunks: number, ...args: SplitArgs): Tensor[] {
  const { dim = 0 } = takesChunk([x, chunks], args)
  const d = dimToSplit('chunk', x, dim)
  if (!Number.isInteger(chunks) || chunks <= 0) {
    throw new RangeError(`chunk: the number of chunks must be a positive integer, got ${chunks}`)
  }
  const size = x.shape[d] as number
  if (size === 0) return partsOf('SplitWithSizesBackward0', x, d, new Array<number>(chunks).fill(0))
  return partsOf('SplitBackward0', x, d, evenSizes(size, Math.ceil(size / chunks)))
}

const takesTensorSplit = signature(
  'tensorSplit',
  { input: kinds.tensor, indicesOrSections: kinds.either(sizeOrSizes, kinds.tensor) },
  dimKind,
)

/**
 * Parts along a dimension: as many as asked for, the first ones larger by one where the size does not divide; or cut at
 * the given indices. They share storage.
 *
 * @param sections the number of parts, or the indices to cut at; as an int64 tensor 0-d or 1-d
 * @throws ShapeError for a 0-d tensor, RangeError when the number of parts is not a positive integer.
 * @example
 * tensorSplit(arange(5), 2).map((part) => part.toArray()) // [[0, 1, 2], [3, 4]]
 * tensorSplit(arange(5), [1, 3]).map((part) => part.toArray()) // [[0], [1, 2], [3, 4]]
 * @see torch.tensor_split
 */
export function tensorSplit(x: Tensor, sections: number | readonly number[] | Tensor, ...args: SplitArgs): Tensor[] {
  const { dim = 0 } = takesTensorSplit([x, sections], args)
  const d = dimToSplit('tensorSplit', x, dim)
  const size = x.shape[d] as number
  const given = typeof sections === 'object' && 'storage' in sections ? placesIn(sections) : sections
  if (typeof given === 'number') {
    if (!Number.isInteger(given) || given <= 0) {
      throw new RangeError(`tensorSplit: the number of parts must be a positive integer, got ${given}`)
    }
    const larger = size % given
    const sizes = Array.from({ length: given }, (_, i) => Math.floor(size / given) + (i < larger ? 1 : 0))
    return partsOf('SliceBackward0', x, d, sizes)
  }
  const cuts = [0, ...given, size].map((place) => Math.min(Math.max(place < 0 ? place + size : place, 0), size))
  return cuts.slice(1).map((stop, i) => {
    const start = cuts[i] as number
    return sliceAlong(x, d, start, Math.max(stop - start, 0), 1)
  })
}

function placesIn(sections: Tensor): number | number[] {
  if (sections.dtype !== 'int64') throw new DTypeError(`tensorSplit: the sections must be int64, got ${sections.dtype}`)
  if (sections.ndim > 1) {
    throw new ShapeError(`tensorSplit: the sections must be 0-d or 1-d, got ${showShape(sections.shape)}`)
  }
  return sections.ndim === 0 ? sections.item() : [...sections.toTypedArray()]
}

const takesUnbind = signature('unbind', { input: kinds.tensor }, dimKind)

/**
 * All parts of a dimension, without it. They share storage.
 *
 * @throws IndexError for a dimension out of range, ShapeError for a 0-d tensor.
 * @example
 * unbind(tensor([[1, 2], [3, 4]]), 1).map((part) => part.toArray()) // [[1, 3], [2, 4]]
 * @see torch.unbind
 */
export function unbind(x: Tensor, ...args: SplitArgs): Tensor[] {
  const { dim = 0 } = takesUnbind([x], args)
  const d = dimToSplit('unbind', x, dim)
  return Array.from({ length: x.shape[d] as number }, (_, i) => nameStep('UnbindBackward0', selectAt(x, d, i)))
}
