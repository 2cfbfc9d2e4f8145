import type { Strided } from '../strided'
import { forEachRun } from './runs'

export function where(condition: Strided, a: Strided, b: Strided, out: Strided): void {
  const c = condition.storage.data
  const x = a.storage.data
  const y = b.storage.data
  const z = out.storage.data
  forEachRun(out.shape, [condition, a, b, out], (at, length, step) => {
    let [k, i, j, o] = at as [number, number, number, number]
    const [sk, si, sj, so] = step as [number, number, number, number]
    for (let n = 0; n < length; n++, k += sk, i += si, j += sj, o += so) {
      z[o] = (c[k] !== 0 ? x[i] : y[j]) as number
    }
  })
}
