import { styleText } from 'node:util'
import type { Evaluation } from '@nn/trainer'
import { formatPercent } from './format'
import { wrap } from './wrap'

/** How the table is set. */
interface Layout {
  readonly headings: readonly string[]
  readonly gap: string
  /** Digits of the losses. */
  readonly digits: number
}

const wide: Layout = {
  headings: ['epoch', 'training loss', ' test loss', 'test accuracy', 'seconds'],
  gap: '   ',
  digits: 8,
}
const narrow: Layout = { headings: ['epoch', ' train', '  test', 'accuracy', 'secs'], gap: '  ', digits: 4 }
const WIDE_COLUMNS = 60

/** What one epoch of training came to. */
export interface EpochResult {
  readonly epoch: number
  readonly epochs: number
  readonly trainingLoss: number
  readonly test: Evaluation
  /** Time that the training took. */
  readonly seconds: number
}

/** Names and values under each other, `optimizer  SGD`, in lines of at most so many columns. */
export function describeFacts(facts: Readonly<Record<string, string>>, columns: number): string {
  const width = Math.max(...Object.keys(facts).map((name) => name.length))
  const margin = ' '.repeat(width + 4)
  const lines = Object.entries(facts).map(([name, value]) => {
    const text = wrap(value, columns - margin.length).join(`\n${margin}`)
    return `  ${styleText('dim', name.padEnd(width))}  ${text}`
  })
  return lines.join('\n')
}

/** The line above the epochs' lines. */
export function epochHeading(columns: number): string {
  const layout = layoutFor(columns)
  return styleText('dim', tableRow(layout.headings, layout))
}

/** The line that an epoch leaves behind. */
export function epochRow({ epoch, epochs, trainingLoss, test, seconds }: EpochResult, columns: number): string {
  const layout = layoutFor(columns)
  const cells = [
    `${epoch}/${epochs}`,
    trainingLoss.toFixed(layout.digits),
    test.loss.toFixed(layout.digits),
    formatPercent(test.accuracy, 2),
    seconds.toFixed(2),
  ]
  return tableRow(cells, layout)
}

function layoutFor(columns: number): Layout {
  return columns < WIDE_COLUMNS ? narrow : wide
}

function tableRow(cells: readonly string[], { headings, gap }: Layout): string {
  return cells.map((cell, column) => cell.padStart((headings[column] ?? '').length)).join(gap)
}
