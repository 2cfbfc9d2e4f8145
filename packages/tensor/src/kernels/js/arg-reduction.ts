import type { Strided } from '../strided'
import { forEachRow, rowOf } from './rows'

/** Whose place a kernel can find. */
export type ArgReductionName = 'argmax' | 'argmin'

/** Whether x takes the place of the best so far; the first NaN wins over all. */
const argReductions: Readonly<Record<ArgReductionName, (x: number, best: number) => boolean>> = {
  argmax: (x: number, best: number): boolean => x > best || (Number.isNaN(x) && !Number.isNaN(best)),
  argmin: (x: number, best: number): boolean => x < best || (Number.isNaN(x) && !Number.isNaN(best)),
}

export function argReduce(name: ArgReductionName, x: Strided, dim: number, out: Strided): void {
  const isBetter: (x: number, best: number) => boolean = argReductions[name]
  const from = x.storage.data
  const to = out.storage.data
  const { size, step } = rowOf(x, dim)
  forEachRow([x, out], dim, (at) => {
    const [i, o] = at as [number, number]
    let best = from[i] as number
    let index = 0
    for (let n = 1; n < size; n++) {
      const value = from[i + n * step] as number
      if (isBetter(value, best)) {
        best = value
        index = n
      }
    }
    to[o] = index
  })
}
