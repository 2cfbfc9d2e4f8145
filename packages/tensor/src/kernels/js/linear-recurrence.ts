import type { Strided } from '../strided'
import { forEachRow, rowOf } from './rows'

/** outₙ = aₙ outₙ₋₁ + bₙ along `dim`, from 0. The running value stays in double. */
export function linearRecurrence(a: Strided, b: Strided, dim: number, out: Strided): void {
  const factors = a.storage.data
  const terms = b.storage.data
  const to = out.storage.data
  const { size, step: si } = rowOf(a, dim)
  const { step: sj } = rowOf(b, dim)
  const { step: so } = rowOf(out, dim)
  forEachRow([a, b, out], dim, (at) => {
    let [i, j, o] = at as [number, number, number]
    let value = 0
    for (let n = 0; n < size; n++, i += si, j += sj, o += so) {
      value = (factors[i] as number) * value + (terms[j] as number)
      to[o] = value
    }
  })
}
