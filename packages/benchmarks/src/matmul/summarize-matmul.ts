import { median } from '../report/statistics'
import type { MatmulRun } from './run-matmul'

/** Of the rounds. */
interface Figure {
  readonly median: number
  readonly best: number
}

interface ProductSummary {
  readonly name: string
  /** Flops a second. */
  readonly speed: Figure
  /** Of the peak measured in the same moment. */
  readonly share: Figure
}

export interface VariantSummary {
  readonly variant: MatmulRun['variant']
  readonly about: Readonly<Record<string, string>>
  readonly failure: string | null
  /** Flops a second of multiply-adds on registers. */
  readonly peak: Figure | null
  readonly products: readonly ProductSummary[]
  /** Two threads' speed divided by one's. */
  readonly threads: readonly { readonly name: string; readonly ratio: Figure }[]
}

export function summarizeMatmul({ variant, about, failure, rounds }: MatmulRun): VariantSummary {
  const [first] = rounds
  return {
    variant,
    about,
    failure,
    peak: first === undefined ? null : figure(rounds.flatMap((round) => round.products.map(({ peak }) => peak))),
    products: (first?.products ?? []).map(({ name }, i) => {
      const measured = rounds.map((round) => round.products[i]!)
      return {
        name,
        speed: figure(measured.map(({ speed }) => speed)),
        share: figure(measured.map(({ speed, peak }) => speed / peak)),
      }
    }),
    threads: (first?.threads ?? []).map(({ name }, i) => {
      const measured = rounds.map((round) => round.threads[i]!)
      return { name, ratio: figure(measured.map(({ oneThread, twoThreads }) => twoThreads / oneThread)) }
    }),
  }
}

function figure(values: readonly number[]): Figure {
  return { median: median(values), best: Math.max(...values) }
}
