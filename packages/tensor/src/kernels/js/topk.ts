import type { Strided } from '../strided'
import { orderOf } from './order'
import { forEachRow, rowOf } from './rows'
import { partialSort } from './selection/heap'
import { introSort } from './selection/intro-sort'
import type { Before, Items } from './selection/items'
import { nthElement } from './selection/nth-element'

/** Which of several equal elements is taken, and their order, is what PyTorch's use of the C++ library gives. */
export function topk(x: Strided, dim: number, largest: boolean, sorted: boolean, out: Strided): void {
  const precedes = orderOf(largest)
  const from = x.storage.data
  const to = out.storage.data
  const { size, step: si } = rowOf(x, dim)
  const { size: k, step: so } = rowOf(out, dim)
  const items = new Int32Array(size)
  let start = 0
  const before: Before = (p, q) => precedes(from[start + p * si] as number, from[start + q * si] as number)
  if (k === 0) return
  forEachRow([x, out], dim, (at) => {
    const [i, o] = at as [number, number]
    start = i
    for (let n = 0; n < size; n++) items[n] = n
    selectFirst(items, k, sorted, before)
    for (let n = 0; n < k; n++) to[o + n * so] = items[n] as number
  })
}

/** Brings the first k items to the front. */
function selectFirst(items: Items, k: number, sorted: boolean, before: Before): void {
  const isFew = k * 64 <= items.length
  if (isFew) {
    partialSort(items, 0, k, items.length, before)
    return
  }
  nthElement(items, k - 1, before)
  // The kth is in its place already.
  if (sorted) introSort(items, k - 1, before)
}
