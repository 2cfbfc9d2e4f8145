import { IndexError } from '../../core/errors'
import type { Strided } from '../strided'
import { forEachIndex } from './runs'
import { storeInto } from './store'

/** Strides of x with `dim` fixed at 0: the index supplies the place along it. */
function acrossDim(x: Strided, dim: number): number[] {
  return x.strides.map((stride, d) => (d === dim ? 0 : stride))
}

function checkIndex(op: string, index: number, size: number, dim: number): void {
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

export function scatterAdd(src: Strided, dim: number, index: Strided, out: Strided): void {
  const from = src.storage.data
  const to = out.storage.data
  const places = index.storage.data
  const size = out.shape[dim] ?? 1
  const step = out.strides[dim] ?? 1
  const store = storeInto('scatterAdd', out.dtype)
  const at = [src.offset, index.offset, out.offset]
  forEachIndex(index.shape, [src.strides, index.strides, acrossDim(out, dim)], at, () => {
    const [i, k, o] = at as [number, number, number]
    const place = places[k] as number
    checkIndex('scatterAdd', place, size, dim)
    const target = o + place * step
    to[target] = store((to[target] as number) + (from[i] as number))
  })
}
