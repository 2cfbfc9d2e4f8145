import { isContiguous, jsKernels, type Kernels, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'
import { addressOf, isDense, operandAddress } from './operands'
import { inParts } from './parts'
import { asRows } from './rows'

const NANOSECONDS_PER_ELEMENT = 0.5

type Comparison = 'equal' | 'less' | 'lessOrEqual'

/** How the module computes a comparison: perhaps with the operands exchanged, or as the opposite of another. */
const comparisons: Readonly<Record<string, { kernel: Comparison; isExchanged?: true; isNot?: true }>> = {
  eq: { kernel: 'equal' },
  ne: { kernel: 'equal', isNot: true },
  lt: { kernel: 'less' },
  le: { kernel: 'lessOrEqual' },
  gt: { kernel: 'less', isExchanged: true },
  ge: { kernel: 'lessOrEqual', isExchanged: true },
}

/** Comparisons, and choosing between two tensors. */
export function comparisonKernels(parallel: Parallel, pool: Pool): Pick<Kernels, 'binary' | 'where'> {
  function compare(kernel: Comparison, a: Strided, b: Strided, out: Strided, isNot: boolean): boolean {
    const rows = asRows(out.shape, [a, b])
    if (rows === null) return inParts(out, (part) => compare(kernel, part(a), part(b), part(out), isNot))
    const [[aRow, aCol], [bRow, bCol]] = rows.strides as [[number, number], [number, number]]
    const { m, n } = rows
    const x = operandAddress(pool, a, 0)
    const y = operandAddress(pool, b, 1)
    const z = addressOf(pool, out, 1)
    parallel.split(kernel, { count: m, nanoseconds: n * NANOSECONDS_PER_ELEMENT }, (i, count) => [
      ...[x + 4 * i * aRow, aRow, aCol],
      ...[y + 4 * i * bRow, bRow, bCol],
      ...[z + i * n, count, n, Number(isNot)],
    ])
    return true
  }

  function choose(condition: Strided, a: Strided, b: Strided, out: Strided): boolean {
    const rows = asRows(out.shape, [condition, a, b])
    if (rows === null) return inParts(out, (part) => choose(part(condition), part(a), part(b), part(out)))
    const [[cRow, cCol], [aRow, aCol], [bRow, bCol]] = rows.strides as [
      [number, number],
      [number, number],
      [number, number],
    ]
    const { m, n } = rows
    const c = addressOf(pool, condition, 1)
    const x = operandAddress(pool, a, 0)
    const y = operandAddress(pool, b, 1)
    const z = addressOf(pool, out)
    parallel.split('where', { count: m, nanoseconds: n * NANOSECONDS_PER_ELEMENT }, (i, count) => [
      ...[c + i * cRow, cRow, cCol],
      ...[x + 4 * i * aRow, aRow, aCol],
      ...[y + 4 * i * bRow, bRow, bCol],
      ...[z + 4 * i * n, count, n],
    ])
    return true
  }

  return {
    binary(f, a, b, out) {
      const comparison = comparisons[f.name]
      const areFloats = a.dtype === 'float32' && b.dtype === 'float32'
      if (comparison === undefined || !areFloats || !isContiguous(out.shape, out.strides)) {
        return jsKernels.binary(f, a, b, out)
      }
      const { kernel, isExchanged = false, isNot = false } = comparison
      const [x, y] = isExchanged ? [b, a] : [a, b]
      if (!compare(kernel, x, y, out, isNot)) jsKernels.binary(f, a, b, out)
    },

    where(condition, a, b, out) {
      const areFloats = a.dtype === 'float32' && b.dtype === 'float32' && isDense(out)
      if (!areFloats || !choose(condition, a, b, out)) jsKernels.where(condition, a, b, out)
    },
  }
}
