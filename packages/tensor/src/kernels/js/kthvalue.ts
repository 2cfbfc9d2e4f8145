import type { Strided } from '../strided'
import { orderOf } from './order'
import { forEachRow, rowOf } from './rows'
import type { Before } from './selection/items'
import { quickSelect } from './selection/quick-select'

/** Of several equal elements it finds the one that PyTorch's quickselect finds. */
export function kthvalue(x: Strided, dim: number, k: number, out: Strided): void {
  const precedes = orderOf(false)
  const from = x.storage.data
  const to = out.storage.data
  const { size, step } = rowOf(x, dim)
  const items = new Int32Array(size)
  let start = 0
  const before: Before = (p, q) => precedes(from[start + p * step] as number, from[start + q * step] as number)
  forEachRow([x, out], dim, (at) => {
    const [i, o] = at as [number, number]
    start = i
    for (let n = 0; n < size; n++) items[n] = n
    quickSelect(items, k - 1, before)
    to[o] = items[k - 1] as number
  })
}
