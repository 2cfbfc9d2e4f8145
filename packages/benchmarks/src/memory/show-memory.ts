import { formatTable } from '../report/table'
import type { MemoryRun } from './run-memory'

const header = [
  'loop',
  'start MB',
  'max MB',
  'end MB',
  'max − start',
  'steps/s first quarter',
  'last quarter',
  'change',
]

/** The table of the memory benchmark. */
export function showMemory(runs: readonly MemoryRun[]): string {
  return formatTable(header, runs.map(row))
}

function row({ loop, start, max, end, speedAtFirst, speedAtLast }: MemoryRun): string[] {
  const change = speedAtLast / speedAtFirst - 1
  return [
    loop,
    megabytes(start),
    megabytes(max),
    megabytes(end),
    megabytes(max - start),
    speedAtFirst.toFixed(0),
    speedAtLast.toFixed(0),
    `${change < 0 ? '−' : '+'}${(100 * Math.abs(change)).toFixed(1)} %`,
  ]
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0)
}
