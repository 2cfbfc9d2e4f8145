import { runMatmul } from '../matmul/run-matmul'
import { summarizeMatmul, type VariantSummary } from '../matmul/summarize-matmul'
import { number, percent } from '../report/numbers'
import type { Table } from '../report/table'
import type { Benchmark } from './benchmark'

interface MatmulResults {
  readonly rounds: number
  readonly variants: readonly VariantSummary[]
}

export const matmul: Benchmark<MatmulResults> = {
  description: 'products of matrices beside the multiply-add peak of the machine, and on two threads beside one',
  async run({ rounds, onProgress }) {
    const runs = await runMatmul(rounds, onProgress)
    const variants = runs.map(summarizeMatmul)
    const [strict] = variants
    if (strict?.failure != null) throw new Error(strict.failure)
    return { rounds, variants }
  },
  tables: ({ variants }) => [speeds(variants), threads(variants)],
}

/** A row for each product, with GFLOP/s and the share of the peak for strict and for relaxed SIMD. */
function speeds(variants: readonly VariantSummary[]): Table {
  const measured = variants.filter(({ failure }) => failure === null)
  const peaks = measured.flatMap(({ peak }) => [gigaflops(peak?.median), ''])
  const products = measured[0]?.products ?? []
  return {
    name: 'matmul',
    head: ['matrix product, one thread', ...measured.flatMap(({ variant }) => [`${variant} GFLOP/s`, 'of peak'])],
    rows: [
      ...products.map(({ name }, i) => [
        name,
        ...measured.flatMap((variant) => {
          const { speed, share } = variant.products[i]!
          return [gigaflops(speed.median), percent(share.median)]
        }),
      ]),
      ['peak of multiply-adds', ...peaks],
    ],
    notes: variants.flatMap(({ variant, failure }) =>
      failure === null ? [] : [`Not measured, ${variant}: ${failure}.`],
    ),
  }
}

function threads(variants: readonly VariantSummary[]): Table {
  const rows = variants.flatMap((variant) =>
    variant.threads.map(({ name, ratio }) => [name, number(ratio.median, 2), number(ratio.best, 2)]),
  )
  return { name: 'matmul-threads', head: ['two threads, speed ÷ one thread', 'median', 'best'], rows, notes: [] }
}

function gigaflops(speed: number | undefined): string {
  return number(speed === undefined ? null : speed / 1e9, 1)
}
