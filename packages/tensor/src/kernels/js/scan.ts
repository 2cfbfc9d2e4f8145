import type { Strided } from '../strided'
import { type Arithmetic, arithmeticOf } from './integers'
import { forEachRow, rowOf } from './rows'
import { logaddexp } from './special/logaddexp'
import { storeInto } from './store'

/** A scan: what it starts from, and how it takes the next element in the arithmetic of its dtype. */
interface Scan {
  readonly start: number
  readonly step: (arithmetic: Arithmetic) => (total: number, x: number) => number
}

/** What a kernel can accumulate along a dimension, keeping every total on the way. */
export type ScanName = 'cumsum' | 'cumprod' | 'logcumsumexp'

/** The scans: a line each. Totals run in double and are rounded only where they are kept. */
const scans: Readonly<Record<ScanName, Scan>> = {
  cumsum: { start: 0, step: ({ add }) => add },
  cumprod: { start: 1, step: ({ mul }) => mul },
  logcumsumexp: { start: -Infinity, step: () => logaddexp },
}

export function scan(name: ScanName, x: Strided, dim: number, out: Strided): void {
  const { start, step }: Scan = scans[name]
  const next = step(arithmeticOf(name, out.dtype))
  const from = x.storage.data
  const to = out.storage.data
  const store = storeInto(name, out.dtype)
  const { size, step: si } = rowOf(x, dim)
  const { step: so } = rowOf(out, dim)
  forEachRow([x, out], dim, (at) => {
    let [i, o] = at as [number, number]
    let total = start
    for (let n = 0; n < size; n++, i += si, o += so) {
      total = next(total, from[i] as number)
      to[o] = store(total)
    }
  })
}
