import type { Strided } from '../strided'
import { arithmeticOf } from './integers'
import { forEachIndex } from './runs'
import { storeInto } from './store'

/** Row by row: each row of `out` is the sum of b's rows, weighted by a row of `a`. Sums run in double and round once. */
export function matmul(a: Strided, b: Strided, bias: Strided | null, out: Strided): void {
  const rank = out.shape.length
  const m = out.shape[rank - 2] as number
  const n = out.shape[rank - 1] as number
  const k = a.shape[rank - 1] as number
  const x = a.storage.data
  const y = b.storage.data
  const z = out.storage.data
  const beta = bias?.storage.data
  const [am, ak] = a.strides.slice(-2) as [number, number]
  const [bk, bn] = b.strides.slice(-2) as [number, number]
  const [om, on] = out.strides.slice(-2) as [number, number]
  const store = storeInto('matmul', out.dtype)
  const { add, mul } = arithmeticOf('matmul', out.dtype)
  const isFloat = out.dtype === 'float32' || out.dtype === 'float64'
  const row = new Float64Array(n)
  const at = [a.offset, b.offset, out.offset]
  const batches = [a, b, out].map((t) => t.strides.slice(0, -2))
  forEachIndex(out.shape.slice(0, -2), batches, at, () => {
    const [ai, bi, oi] = at as [number, number, number]
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        row[j] =
          beta === undefined
            ? 0
            : (beta[(bias as Strided).offset + j * ((bias as Strided).strides[0] as number)] as number)
      }
      for (let p = 0; p < k; p++) {
        const weight = x[ai + i * am + p * ak] as number
        const from = bi + p * bk
        if (isFloat) for (let j = 0; j < n; j++) row[j] = (row[j] as number) + weight * (y[from + j * bn] as number)
        else for (let j = 0; j < n; j++) row[j] = add(row[j] as number, mul(weight, y[from + j * bn] as number))
      }
      for (let j = 0; j < n; j++) z[oi + i * om + j * on] = store(row[j] as number)
    }
  })
}
