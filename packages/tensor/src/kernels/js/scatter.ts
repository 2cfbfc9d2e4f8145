import type { Strided } from '../strided'
import { acrossDim, checkIndex } from './gather'
import { type Arithmetic, arithmeticOf } from './integers'
import { forEachIndex } from './runs'
import { storeInto } from './store'

/** What becomes of an element and one that is scattered to its place. */
export type ScatterName = 'set' | 'sum' | 'prod' | 'amax' | 'amin'

type Combine = (old: number, x: number) => number

/** The ways to combine, in the arithmetic of a dtype. */
const combinations: Readonly<Record<ScatterName, (arithmetic: Arithmetic) => Combine>> = {
  set: () => (_, x) => x,
  sum: ({ add }) => add,
  prod: ({ mul }) => mul,
  amax: () => Math.max,
  amin: () => Math.min,
}

export function scatter(op: string, name: ScatterName, src: Strided, dim: number, index: Strided, out: Strided): void {
  const combine = combinations[name](arithmeticOf(op, out.dtype))
  const from = src.storage.data
  const to = out.storage.data
  const places = index.storage.data
  const size = out.shape[dim] ?? 1
  const step = out.strides[dim] ?? 1
  const store = storeInto(op, out.dtype)
  const at = [src.offset, index.offset, out.offset]
  forEachIndex(index.shape, [src.strides, index.strides, acrossDim(out, dim)], at, () => {
    const [i, k, o] = at as [number, number, number]
    const place = places[k] as number
    checkIndex(op, place, size, dim)
    const target = o + place * step
    to[target] = store(combine(to[target] as number, from[i] as number))
  })
}
