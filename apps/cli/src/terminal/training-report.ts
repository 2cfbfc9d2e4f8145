import { styleText } from 'node:util'
import type { Evaluation } from '@nn/trainer'
import { formatPercent } from './format'

const COLUMNS = ['epoch', 'training loss', 'test loss', 'test accuracy', 'seconds'] as const

/** What one epoch of training came to. */
export interface EpochResult {
  readonly epoch: number
  readonly epochs: number
  readonly trainingLoss: number
  readonly test: Evaluation
  /** Time that the training took. */
  readonly seconds: number
}

/** Names and values under each other: `optimizer  SGD`. */
export function describeFacts(facts: Readonly<Record<string, string>>): string {
  const width = Math.max(...Object.keys(facts).map((name) => name.length))
  const lines = Object.entries(facts).map(([name, value]) => `  ${styleText('dim', name.padEnd(width))}  ${value}`)
  return lines.join('\n')
}

/** The line above the epochs' lines. */
export function epochHeading(): string {
  return styleText('dim', tableRow(COLUMNS))
}

/** The line that an epoch leaves behind. */
export function epochRow({ epoch, epochs, trainingLoss, test, seconds }: EpochResult): string {
  return tableRow([
    `${epoch}/${epochs}`,
    trainingLoss.toFixed(8),
    test.loss.toFixed(8),
    formatPercent(test.accuracy, 2),
    seconds.toFixed(2),
  ])
}

function tableRow(cells: readonly string[]): string {
  return cells.map((cell, column) => cell.padStart((COLUMNS[column] ?? '').length)).join('   ')
}
