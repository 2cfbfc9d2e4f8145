import { getBackend, randn, scope, zeros } from '@nn/tensor'
import { bestSeconds } from './best-seconds'
import { flopsOf, type Product } from './products'

/**
 * Flops a second of the matrix product's kernel: of a call at its best within `budget` seconds, into a
 * result that is there already.
 */
export function productSpeed(product: Product, budget?: number): number {
  const { m, k, n, transposeA, transposeB } = product
  return scope(() => {
    const a = transposeA ? randn([k, m]).t() : randn([m, k])
    const b = transposeB ? randn([n, k]).t() : randn([k, n])
    const out = zeros([m, n])
    const { kernels } = getBackend()
    // Small products are too short for the clock: some of them together.
    const calls = Math.max(1, Math.round(2e6 / flopsOf(product)))
    const seconds = bestSeconds(() => {
      for (let call = 0; call < calls; call++) kernels.matmul(a, b, null, out)
    }, budget)
    return (calls * flopsOf(product)) / seconds
  })
}
