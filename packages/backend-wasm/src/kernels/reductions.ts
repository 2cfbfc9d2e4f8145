import { jsKernels, type Kernels, numelOf, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'
import { alongLast, splitAround, splitAt } from './along'
import type { Dense } from './dense'
import { addressOf, isDense } from './operands'

const NANOSECONDS_PER_ELEMENT = 0.3

type ReductionName = Parameters<Kernels['reduce']>[0]

/** Kernels that reduce dimensions. */
export function reductionKernels(parallel: Parallel, pool: Pool, dense: Dense): Pick<Kernels, 'reduce' | 'argReduce'> {
  /** The extreme of each row of [m, n], or its place, in so many bytes. */
  function extremes(kernel: 'maxDim1' | 'argmaxDim1', x: Strided, m: number, n: number, out: Strided, bytes = 4): void {
    const from = addressOf(pool, x)
    const to = addressOf(pool, out, bytes)
    parallel.split(kernel, { count: m, nanoseconds: n * NANOSECONDS_PER_ELEMENT }, (first, count) => [
      ...[from + 4 * first * n, to + bytes * first, count, n],
    ])
  }

  /** From [batch, m, n] to [m]. */
  function sumAround(x: Strided, batch: number, m: number, n: number, divisor: number, out: Strided): void {
    const from = addressOf(pool, x)
    const to = addressOf(pool, out)
    parallel.split('sumAround', { count: m, nanoseconds: batch * n * NANOSECONDS_PER_ELEMENT }, (first, count) => [
      ...[from + 4 * first * n, m * n, to + 4 * first, batch, count, n, divisor],
    ])
  }

  /** From [batch, m, n] to [batch, n]. */
  function sumMiddle(x: Strided, batch: number, m: number, n: number, divisor: number, out: Strided): void {
    const from = addressOf(pool, x)
    const to = addressOf(pool, out)
    parallel.split('sumMiddle', { count: batch, nanoseconds: m * n * NANOSECONDS_PER_ELEMENT }, (first, count) => [
      ...[from + 4 * first * m * n, to + 4 * first * n, count, m, n, divisor],
    ])
  }

  /** The sum over `dims`, divided. False where other dimensions lie between them in another way than the kernels know. */
  function sum(x: Strided, dims: readonly number[], divisor: number, out: Strided): boolean {
    const together = splitAt(x, dims)
    if (together !== null) {
      if (together[2] > 1) sumMiddle(x, ...together, divisor, out)
      else sumAround(x, 1, together[0], together[1], divisor, out)
      return true
    }
    const around = splitAround(x, dims)
    if (around === null) return false
    sumAround(x, ...around, divisor, out)
    return true
  }

  /** False for reductions without a kernel. */
  function reduceDense(name: ReductionName, x: Strided, dims: readonly number[], out: Strided): boolean {
    const count = numelOf(dims.map((d) => x.shape[d] as number))
    if (name === 'sum') return sum(x, dims, 1, out)
    if (name === 'mean') return sum(x, dims, count, out)
    const rows = name === 'max' && count > 0 ? splitAt(x, dims) : null
    if (rows === null || rows[2] !== 1) return false
    extremes('maxDim1', x, rows[0], rows[1], out)
    return true
  }

  return {
    reduce(name, x, dims, out) {
      const isKnown = x.dtype === 'float32' && out.dtype === 'float32' && ['sum', 'mean', 'max'].includes(name)
      if (!isKnown) return jsKernels.reduce(name, x, dims, out)
      dense.read(x, (from) => {
        if (!reduceDense(name, from, dims, out)) jsKernels.reduce(name, from, dims, out)
      })
    },

    argReduce(name, x, dim, out) {
      const size = name === 'argmax' && isDense(x) ? alongLast(x, dim) : null
      if (size === null) return jsKernels.argReduce(name, x, dim, out)
      extremes('argmaxDim1', x, ...size, out, 8)
    },
  }
}
