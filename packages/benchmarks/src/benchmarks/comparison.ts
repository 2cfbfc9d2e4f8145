import type { Contender } from '../rounds/contender'
import { runRounds } from '../rounds/run-rounds'
import { type Summary, summarize } from '../rounds/summarize'
import { summaryTable } from '../rounds/summary-table'
import type { Benchmark } from './benchmark'

export interface ComparisonResults {
  readonly rounds: number
  readonly steps: number
  readonly contenders: readonly Summary[]
}

interface Comparison {
  readonly name: string
  readonly description: string
  readonly contenders: readonly Contender[]
  readonly steps: number
  /** How the table shows it. */
  readonly table: {
    readonly what: string
    readonly unit: 's' | 'ms' | 'µs'
    /** Whether the time is that of one step or of all. */
    readonly perStep: boolean
    readonly reference: string
  }
}

/** A benchmark that times contenders in alternating rounds. */
export function comparison({ name, description, contenders, steps, table }: Comparison): Benchmark<ComparisonResults> {
  return {
    description,
    contenders: Object.fromEntries(contenders.map((contender) => [contender.name, contender.title])),
    async run(options) {
      const chosen = contenders.filter((contender) => options.only?.includes(contender.name) ?? true)
      const settings = { rounds: options.rounds, steps: options.steps ?? steps, onProgress: options.onProgress }
      const runs = await runRounds(chosen, settings)
      const failed = runs.find(({ contender, failure }) => failure !== null && !contender.isOptional)
      if (failed !== undefined) throw new Error(`${failed.contender.title}: ${failed.failure}`)
      return { rounds: settings.rounds, steps: settings.steps, contenders: summarize(runs) }
    },
    tables(results) {
      // All steps, where a shortened run did only some of them.
      const divisor = table.perStep ? results.steps : results.steps / steps
      return [summaryTable(results.contenders, { name, ...table, divisor })]
    },
  }
}
