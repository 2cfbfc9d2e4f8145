import type { Strided } from '../strided'
import { forEachRow, rowOf } from './rows'

/** Whose place so far a kernel can follow along a dimension. */
export type ArgScanName = 'cummax' | 'cummin'

/** Whether x takes the place of the best so far: the last on ties, and NaN for good. */
const argScans: Readonly<Record<ArgScanName, (x: number, best: number) => boolean>> = {
  cummax: (x: number, best: number): boolean => x >= best || Number.isNaN(x),
  cummin: (x: number, best: number): boolean => x <= best || Number.isNaN(x),
}

export function argScan(name: ArgScanName, x: Strided, dim: number, out: Strided): void {
  const replaces: (x: number, best: number) => boolean = argScans[name]
  const from = x.storage.data
  const to = out.storage.data
  const { size, step: si } = rowOf(x, dim)
  const { step: so } = rowOf(out, dim)
  forEachRow([x, out], dim, (at) => {
    const [i, o] = at as [number, number]
    let best = from[i] as number
    let place = 0
    for (let n = 0; n < size; n++) {
      const value = from[i + n * si] as number
      if (replaces(value, best)) {
        best = value
        place = n
      }
      to[o + n * so] = place
    }
  })
}
