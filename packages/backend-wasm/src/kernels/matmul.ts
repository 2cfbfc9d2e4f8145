import { jsKernels, type Kernels, numelOf, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import { addressOf, isDense } from './operands'
import { asRows } from './rows'
import type { WasmExports } from './wasm-exports'

/**
 * Matrix products of float32 matrices in any memory order.
 *
 * @param scratch address of its working memory
 */
export function matmulKernels(wasm: WasmExports, pool: Pool, scratch: number): Pick<Kernels, 'matmul'> {
  return {
    matmul(a, b, bias, out) {
      const rank = out.shape.length
      const isKnown = a.dtype === 'float32' && b.dtype === 'float32' && isDense(out)
      const isPlainBias = bias === null || (bias.dtype === 'float32' && bias.strides[0] === 1)
      const batch = numelOf(out.shape.slice(0, -2))
      const rows = isKnown && isPlainBias ? asBatches(out.shape.slice(0, -2), a, b) : null
      if (rows === null) return jsKernels.matmul(a, b, bias, out)
      const [m, n, k] = [out.shape[rank - 2], out.shape[rank - 1], a.shape[rank - 1]] as [number, number, number]
      const [aRow, aCol] = a.strides.slice(-2) as [number, number]
      const [bRow, bCol] = b.strides.slice(-2) as [number, number]
      const x = addressOf(pool, a)
      const y = addressOf(pool, b)
      const d = bias === null ? 0 : addressOf(pool, bias)
      const z = addressOf(pool, out)
      for (let i = 0; i < batch; i++) {
        const from = x + 4 * i * rows.a
        wasm.matmul(m, n, k, from, aRow, aCol, y + 4 * i * rows.b, bRow, bCol, d, 0, z + 4 * i * m * n, n, scratch)
      }
    },
  }
}

/** The steps between the matrices of a batch in a and b, in elements, where all batch dimensions join to one. */
function asBatches(batch: readonly number[], a: Strided, b: Strided): { a: number; b: number } | null {
  const rows = asRows(batch, [{ strides: a.strides.slice(0, -2) }, { strides: b.strides.slice(0, -2) }])
  if (rows === null || rows.m !== 1) return null
  const [[, stepA], [, stepB]] = rows.strides as [[number, number], [number, number]]
  return { a: stepA, b: stepB }
}
