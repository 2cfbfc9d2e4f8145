import type { Strided } from '../strided'
import { orderOf } from './order'
import { forEachRow, rowOf } from './rows'

export function sort(x: Strided, dim: number, descending: boolean, out: Strided): void {
  const precedes = orderOf(descending)
  const from = x.storage.data
  const to = out.storage.data
  const { size, step: si } = rowOf(x, dim)
  const { step: so } = rowOf(out, dim)
  const keys = new Float64Array(size)
  const places = new Int32Array(size)
  const compare = (p: number, q: number): number => {
    const [a, b] = [keys[p] as number, keys[q] as number]
    if (precedes(a, b)) return -1
    return precedes(b, a) ? 1 : p - q
  }
  forEachRow([x, out], dim, (at) => {
    const [i, o] = at as [number, number]
    for (let n = 0; n < size; n++) {
      keys[n] = from[i + n * si] as number
      places[n] = n
    }
    places.sort(compare)
    for (let n = 0; n < size; n++) to[o + n * so] = places[n] as number
  })
}
