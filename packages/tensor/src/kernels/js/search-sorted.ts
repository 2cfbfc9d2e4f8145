import type { Strided } from '../strided'
import { forEachIndex } from './runs'

/** `sorted` lists the boundaries of each row of values in its last dimension; in front of it, it has the values' shape. */
export function searchSorted(sorted: Strided, values: Strided, right: boolean, out: Strided): void {
  const boundaries = sorted.storage.data
  const from = values.storage.data
  const to = out.storage.data
  const size = sorted.shape.at(-1) as number
  const step = sorted.strides.at(-1) as number
  // Each of a row's values searches the whole row of boundaries.
  const rowStrides = values.shape.map((_, d) => (d < values.shape.length - 1 ? (sorted.strides[d] as number) : 0))
  const at = [sorted.offset, values.offset, out.offset]
  forEachIndex(values.shape, [rowStrides, values.strides, out.strides], at, () => {
    const [start, i, o] = at as [number, number, number]
    const value = from[i] as number
    let low = 0
    let high = size
    while (low < high) {
      const middle = (low + high) >> 1
      const boundary = boundaries[start + middle * step] as number
      // Written so that a NaN, which sorts last, lies behind every number.
      const isBehind = right ? boundary > value : boundary >= value
      if (isBehind) high = middle
      else low = middle + 1
    }
    to[o] = low
  })
}
