import { dtypes, isContiguous, jsKernels, type Kernels, numelOf, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'
import { addressOf, isDense } from './operands'

/** Bytes in which rows are copied. */
const WORD = 4
const NANOSECONDS_PER_WORD = 0.5

/** Kernels that gather rows, of a tensor or of bytes that become numbers, and that add to rows. */
export function gatheringKernels(parallel: Parallel, pool: Pool): Pick<Kernels, 'index' | 'indexPut' | 'gatherBytes'> {
  return {
    index(op, x, indices, out) {
      const [list] = indices
      const words = dtypes[x.dtype].bytes / WORD
      const isByRows = indices.length === 1 && list !== undefined && list.dtype === 'int64' && words >= 1
      if (!isByRows || ![x, list, out].every(isInOrder) || !areInside(list, x.shape[0] as number)) {
        return jsKernels.index(op, x, indices, out)
      }
      const from = addressOf(pool, x, words * WORD)
      const places = addressOf(pool, list, 8)
      const to = addressOf(pool, out, words * WORD)
      const length = numelOf(x.shape.slice(1)) * words
      const work = { count: numelOf(list.shape), nanoseconds: length * NANOSECONDS_PER_WORD }
      parallel.split('gatherRows', work, (first, count) => [
        ...[from, places + 8 * first, to + WORD * first * length, count, length],
      ])
    },

    indexPut(op, out, indices, values, accumulate) {
      const [list] = indices
      const isByRows = accumulate && indices.length === 1 && list !== undefined && list.dtype === 'int64'
      const isKnown = isByRows && isDense(out) && isDense(values) && isInOrder(list)
      if (!isKnown || !areInside(list, out.shape[0] as number)) {
        return jsKernels.indexPut(op, out, indices, values, accumulate)
      }
      const [from, places, to] = [addressOf(pool, values), addressOf(pool, list, 8), addressOf(pool, out)]
      // One after the other: several rows may be added to one.
      parallel.run('addRows', from, places, to, numelOf(list.shape), numelOf(out.shape.slice(1)))
    },

    gatherBytes(bytes, rows, table, out) {
      const [rowCount, length] = out.shape as [number, number]
      const areRowsWhole = bytes.strides[0] === length && bytes.offset === 0 && rows.strides[0] === 1
      if (!areRowsWhole || !isDense(out) || !isDense(table)) return jsKernels.gatherBytes(bytes, rows, table, out)
      const from = addressOf(pool, bytes, 1)
      const index = addressOf(pool, rows, 8)
      const values = addressOf(pool, table)
      const to = addressOf(pool, out)
      parallel.split('gatherBytes', { count: rowCount, nanoseconds: length * NANOSECONDS_PER_WORD }, (first, count) => [
        ...[from, index + 8 * first, values, to + 4 * first * length, count, length],
      ])
    },
  }
}

const isInOrder = (x: Strided): boolean => isContiguous(x.shape, x.strides)

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
