import { jsKernels, type Kernels, numelOf, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'
import { addressOf, isDense } from './operands'
import { inParts } from './parts'
import { asRows } from './rows'

/** What the kernel takes for C[m, n] = A[m, k] B[k, n] + D[n]: byte addresses, strides in elements. */
interface Product {
  readonly m: number
  readonly n: number
  readonly k: number
  readonly a: number
  readonly aRow: number
  readonly aCol: number
  readonly b: number
  readonly bRow: number
  readonly bCol: number
  /** 0 where nothing is added. */
  readonly d: number
  readonly c: number
  readonly cRow: number
}

/** From one matrix of a batch to the next, in elements. */
interface Steps {
  readonly a: number
  readonly b: number
}

/** The sides of a tile. Parts with fewer rows or columns would be computed, and rounded, in another way. */
const TILE_ROWS = 5
const TILE_COLS = 8

const NANOSECONDS_PER_TERM = 0.04

/** Matrix products of float32 matrices in any memory order. */
export function matmulKernels(parallel: Parallel, pool: Pool): Pick<Kernels, 'matmul'> {
  /** False where the matrices of a batch lie in another way than the kernel knows. */
  function multiply(a: Strided, b: Strided, bias: Strided | null, out: Strided): boolean {
    const rank = out.shape.length
    const batchShape = out.shape.slice(0, rank - 2)
    const steps = asBatches(batchShape, a, b)
    if (steps === null) return inParts(out, (part) => multiply(part(a), part(b), bias, part(out)))
    const n = out.shape[rank - 1] as number
    const first: Product = {
      m: out.shape[rank - 2] as number,
      n,
      k: a.shape[rank - 1] as number,
      a: addressOf(pool, a),
      aRow: a.strides[rank - 2] as number,
      aCol: a.strides[rank - 1] as number,
      b: addressOf(pool, b),
      bRow: b.strides[rank - 2] as number,
      bCol: b.strides[rank - 1] as number,
      d: bias === null ? 0 : addressOf(pool, bias),
      c: addressOf(pool, out),
      cRow: n,
    }
    const batch = numelOf(batchShape)
    if (batch >= parallel.threads) splitBatch(parallel, first, batch, steps)
    else for (let i = 0; i < batch; i++) splitProduct(parallel, matrixOf(first, i, steps))
    return true
  }

  return {
    matmul(a, b, bias, out) {
      const isKnown = a.dtype === 'float32' && b.dtype === 'float32' && isDense(out)
      const isPlainBias = bias === null || (bias.dtype === 'float32' && bias.strides[0] === 1)
      if (!isKnown || !isPlainBias || !multiply(a, b, bias, out)) jsKernels.matmul(a, b, bias, out)
    },
  }
}

/** A part of the batch for each thread. */
function splitBatch(parallel: Parallel, first: Product, batch: number, steps: Steps): void {
  const nanoseconds = first.m * first.n * first.k * NANOSECONDS_PER_TERM
  parallel.split('matmulBatch', { count: batch, nanoseconds }, (i, count) => [
    ...[count, steps.a, steps.b, first.m * first.n],
    ...rowsOf(matrixOf(first, i, steps), 0, first.m),
  ])
}

/** Some columns for each thread, or some rows, where that is fairer: there may be no more than one tile of columns. */
function splitProduct(parallel: Parallel, product: Product): void {
  const { m, n, k } = product
  const byColumns = { count: n, unit: TILE_COLS, nanoseconds: m * k * NANOSECONDS_PER_TERM }
  const byRows = { count: m, unit: TILE_ROWS, nanoseconds: n * k * NANOSECONDS_PER_TERM }
  if (parallel.largestShare(byColumns) <= parallel.largestShare(byRows)) {
    parallel.split('matmul', byColumns, (first, count) => columnsOf(product, first, count))
  } else {
    parallel.split('matmul', byRows, (first, count) => rowsOf(product, first, count))
  }
}

/** The kernel's arguments for some rows of a product. */
function rowsOf({ n, k, a, aRow, aCol, b, bRow, bCol, d, c, cRow }: Product, first: number, m: number): number[] {
  return [m, n, k, a + 4 * first * aRow, aRow, aCol, b, bRow, bCol, d, 0, c + 4 * first * cRow, cRow]
}

/** The kernel's arguments for some columns of a product. */
function columnsOf({ m, k, a, aRow, aCol, b, bRow, bCol, d, c, cRow }: Product, first: number, n: number): number[] {
  const bias = d === 0 ? 0 : d + 4 * first
  return [m, n, k, a, aRow, aCol, b + 4 * first * bCol, bRow, bCol, bias, 0, c + 4 * first, cRow]
}

/** A later product of a batch. */
function matrixOf(first: Product, i: number, steps: Steps): Product {
  if (i === 0) return first
  const { a, b, c, m, n } = first
  return { ...first, a: a + 4 * i * steps.a, b: b + 4 * i * steps.b, c: c + 4 * i * m * n }
}

/** The steps between the matrices of a batch in a and b where all batch dimensions join to one. */
function asBatches(batch: readonly number[], a: Strided, b: Strided): Steps | null {
  if (batch.length === 0) return { a: 0, b: 0 }
  const rows = asRows(batch, [{ strides: a.strides.slice(0, -2) }, { strides: b.strides.slice(0, -2) }])
  if (rows === null || rows.m !== 1) return null
  const [[, stepA], [, stepB]] = rows.strides as [[number, number], [number, number]]
  return { a: stepA, b: stepB }
}
