import { number } from '../report/numbers'
import type { Table } from '../report/table'
import type { Summary } from './summarize'

export interface SummaryTableOptions {
  readonly name: string
  /** Of the first column. */
  readonly what: string
  readonly unit: 's' | 'ms' | 'µs'
  /** What the time of all steps is divided by: 1 for all of them, their number for one. */
  readonly divisor: number
  /** What the ratios are to. */
  readonly reference: string
}

const unitsInASecond = { s: 1, ms: 1e3, µs: 1e6 }
const digitsOf = { s: 3, ms: 2, µs: 1 }

/** The times of the contenders, and their ratios to their references. */
export function summaryTable(summaries: readonly Summary[], options: SummaryTableOptions): Table {
  const { name, what, unit, divisor, reference } = options
  const scaled = (seconds: number | null): string =>
    number(seconds === null ? null : (seconds * unitsInASecond[unit]) / divisor, digitsOf[unit])
  const rows = summaries.map(({ title, failure, minimum, median, ratio }) =>
    failure === null
      ? [title, scaled(minimum), scaled(median), number(ratio?.ofMedians, 2), number(ratio?.ofMinima, 2)]
      : [title, `not measured: ${failure}`],
  )
  return {
    name,
    head: [what, `min ${unit}`, `median ${unit}`, `÷ ${reference}`, '(of min)'],
    rows,
    notes: versions(summaries),
  }
}

/** One sentence with the versions of all that took part. */
function versions(summaries: readonly Summary[]): string[] {
  const all = summaries.flatMap(({ about }) => Object.entries(about).filter(([, value]) => /\d\.\d/.test(value)))
  const different = new Set(all.map(([name, value]) => `${name} ${value}`))
  return different.size === 0 ? [] : [`Versions: ${[...different].join(', ')}.`]
}
