import { IndexError } from '../../core/errors'
import type { Strided } from '../strided'
import { forEachIndex } from './runs'

/** Strides of x with `dim` fixed at 0: the index supplies the place along it. A 0-d x is one of a single element. */
export function acrossDim(x: Strided, dim: number): number[] {
  if (x.strides.length === 0) return [0]
  return x.strides.map((stride, d) => (d === dim ? 0 : stride))
}

export function checkIndex(op: string, index: number, size: number, dim: number): void {
  if (index < 0 || index >= size) {
    throw new IndexError(`${op}: index ${index} is out of range for dimension ${dim} of size ${size}`)
  }
}

export function gather(x: Strided, dim: number, index: Strided, out: Strided): void {
  const from = x.storage.data
  const to = out.storage.data
  const places = index.storage.data
  const size = x.shape[dim] ?? 1
  const step = x.strides[dim] ?? 1
  const at = [x.offset, index.offset, out.offset]
  forEachIndex(index.shape, [acrossDim(x, dim), index.strides, out.strides], at, () => {
    const [i, k, o] = at as [number, number, number]
    const place = places[k] as number
    checkIndex('gather', place, size, dim)
    to[o] = from[i + place * step] as number
  })
}
