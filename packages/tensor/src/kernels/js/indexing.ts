import type { TypedArray } from '../../core/dtype'
import { IndexError } from '../../core/errors'
import type { Strided } from '../strided'
import { forEachIndex, forEachRun } from './runs'
import { storeInto } from './store'

/** Calls `visit` for every place that the indices name: its position in x, and in the operand that lists the places. */
function forEachPlace(
  op: string,
  x: Strided,
  indices: readonly Strided[],
  listed: Strided,
  visit: (place: number, listedAt: number) => void,
): void {
  const [first] = indices as [Strided]
  const data: TypedArray[] = indices.map((index) => index.storage.data)
  const at = [...indices.map((index) => index.offset), listed.offset]
  const listedStrides = listed.strides.slice(0, first.shape.length)
  forEachIndex(first.shape, [...indices.map((index) => index.strides), listedStrides], at, () => {
    let place = x.offset
    for (let d = 0; d < indices.length; d++) {
      const size = x.shape[d] as number
      const index = data[d]?.[at[d] as number] as number
      if (index < -size || index >= size) {
        throw new IndexError(`${op}: index ${index} is out of range for a dimension of size ${size}`)
      }
      place += (index < 0 ? index + size : index) * (x.strides[d] as number)
    }
    visit(place, at[indices.length] as number)
  })
}

/** The part of a tensor behind its first `count` dimensions. */
function rest(x: Strided, count: number, offset: number): { strides: readonly number[]; offset: number } {
  return { strides: x.strides.slice(count), offset }
}

export function index(op: string, x: Strided, indices: readonly Strided[], out: Strided): void {
  const from = x.storage.data
  const to = out.storage.data
  const shape = x.shape.slice(indices.length)
  const listedRank = (indices[0] as Strided).shape.length
  if (shape.length === 0) {
    // Single elements, such as the labels of a batch.
    forEachPlace(op, x, indices, out, (place, target) => {
      to[target] = from[place] as number
    })
    return
  }
  forEachPlace(op, x, indices, out, (place, target) => {
    forEachRun(shape, [rest(x, indices.length, place), rest(out, listedRank, target)], (at, length, step) => {
      let [i, o] = at as [number, number]
      const [si, so] = step as [number, number]
      if (si === 1 && so === 1) to.set(from.subarray(i, i + length), o)
      else for (let n = 0; n < length; n++, i += si, o += so) to[o] = from[i] as number
    })
  })
}

export function indexPut(
  op: string,
  out: Strided,
  indices: readonly Strided[],
  values: Strided,
  accumulate: boolean,
): void {
  const from = values.storage.data
  const to = out.storage.data
  const shape = out.shape.slice(indices.length)
  const listedRank = (indices[0] as Strided).shape.length
  const store = storeInto(op, out.dtype)
  forEachPlace(op, out, indices, values, (place, source) => {
    forEachRun(shape, [rest(values, listedRank, source), rest(out, indices.length, place)], (at, length, step) => {
      let [i, o] = at as [number, number]
      const [si, so] = step as [number, number]
      for (let n = 0; n < length; n++, i += si, o += so) {
        to[o] = store((accumulate ? (to[o] as number) : 0) + (from[i] as number))
      }
    })
  })
}
