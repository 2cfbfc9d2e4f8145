import { isContiguous, jsKernels, type Kernels, numelOf, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import { addressOf, isDense } from './operands'
import type { WasmExports } from './wasm-exports'

/** Kernels that gather rows: of a tensor, or of bytes that become numbers. */
export function gatheringKernels(wasm: WasmExports, pool: Pool): Pick<Kernels, 'index' | 'gatherBytes'> {
  return {
    index(op, x, indices, out) {
      const [list] = indices
      const areRows = indices.length === 1 && list !== undefined && list.dtype === 'int64' && x.shape.length > 1
      if (
        !areRows ||
        !isDense(x) ||
        !isDense(out) ||
        !isContiguous(list.shape, list.strides) ||
        !areInside(list, x.shape[0] as number)
      ) {
        return jsKernels.index(op, x, indices, out)
      }
      const from = addressOf(pool, x)
      const places = addressOf(pool, list, 8)
      wasm.gatherRows(
        from,
        places,
        addressOf(pool, out),
        numelOf(list.shape),
        numelOf(x.shape) / (x.shape[0] as number),
      )
    },

    gatherBytes(bytes, rows, table, out) {
      const [count, length] = out.shape as [number, number]
      const areRowsWhole = bytes.strides[0] === length && bytes.offset === 0 && rows.strides[0] === 1
      if (!areRowsWhole || !isDense(out) || !isDense(table)) return jsKernels.gatherBytes(bytes, rows, table, out)
      const from = addressOf(pool, bytes, 1)
      const index = addressOf(pool, rows, 8)
      const values = addressOf(pool, table)
      wasm.gatherBytes(from, index, values, addressOf(pool, out), count, length)
    },
  }
}

/** True where every index counts from the front and is in range; the JavaScript kernel takes the others, and refuses. */
function areInside(list: Strided, size: number): boolean {
  const { data } = list.storage
  const count = numelOf(list.shape)
  for (let i = list.offset; i < list.offset + count; i++) {
    const index = data[i] as number
    if (!(index >= 0 && index < size)) return false
  }
  return true
}
