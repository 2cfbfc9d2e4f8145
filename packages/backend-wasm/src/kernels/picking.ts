import { isContiguous, jsKernels, type Kernels, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'
import { alongLast } from './along'
import { addressOf, isDense } from './operands'

const NANOSECONDS_PER_ELEMENT = 1

/** Kernels that pick elements along the last dimension of dense tensors, and put them there. */
export function pickingKernels(parallel: Parallel, pool: Pool): Pick<Kernels, 'gather' | 'scatter'> {
  /** Not 0 after a kernel that met an index out of range. */
  const isOutside = pool.allocate('int32', 1)

  /** Runs a kernel row by row from `x` to `out`; false where an index is out of range. */
  function run(
    kernel: 'gatherAlong' | 'scatterAddAlong',
    x: Strided,
    index: Strided,
    out: Strided,
    rows: Rows,
  ): boolean {
    const flag = pool.addressOf(isOutside)
    isOutside.data[0] = 0
    const from = addressOf(pool, x)
    const places = addressOf(pool, index, 8)
    const to = addressOf(pool, out)
    const work = { count: rows.count, nanoseconds: rows.places * NANOSECONDS_PER_ELEMENT }
    const [xLength, outLength] = kernel === 'gatherAlong' ? [rows.length, rows.places] : [rows.places, rows.length]
    parallel.split(kernel, work, (first, count) => [
      ...[from + 4 * first * xLength, count, xLength],
      ...[places + 8 * first * rows.places, to + 4 * first * outLength, outLength, flag],
    ])
    return isOutside.data[0] === 0
  }

  return {
    gather(x, dim, index, out) {
      const rows = isDense(x) && isDense(out) ? rowsOf(x, dim, index) : null
      // The JavaScript kernel refuses what is out of range.
      if (rows === null || !run('gatherAlong', x, index, out, rows)) jsKernels.gather(x, dim, index, out)
    },

    scatter(op, name, src, dim, index, out) {
      const rows = name === 'sum' && isDense(src) && isDense(out) ? rowsOf(out, dim, index) : null
      if (rows === null || !run('scatterAddAlong', src, index, out, rows)) {
        jsKernels.scatter(op, name, src, dim, index, out)
      }
    },
  }
}

/** Rows of a tensor, and of an index into each. */
interface Rows {
  readonly count: number
  readonly length: number
  readonly places: number
}

/** The rows along `dim` where it is the last dimension, the index is dense and has as many. */
function rowsOf(x: Strided, dim: number, index: Strided): Rows | null {
  if (index.dtype !== 'int64' || !isContiguous(index.shape, index.strides)) return null
  const [rows, places] = [alongLast(x, dim), alongLast(index, dim)]
  if (rows === null || places === null || rows[0] !== places[0]) return null
  return { count: rows[0], length: rows[1], places: places[1] }
}
