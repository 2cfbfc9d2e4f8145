import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type BenchmarkName, benchmarkNames, benchmarks } from '../benchmarks/benchmarks'
import { packageFolder } from '../package-folder'
import { type Machine, showMachine } from '../report/machine'
import type { Table } from '../report/table'

/** What a benchmark measured, where and when. */
interface ResultsFile {
  readonly benchmark: BenchmarkName
  readonly machine: Machine
}

/** The file of a benchmark's latest complete run. */
export function resultsFile(name: BenchmarkName): string {
  return join(packageFolder, 'results', `${name}.json`)
}

/** Writes what a benchmark measured as JSON, numbers to ten digits, in a folder that is made where it is missing. */
export function writeResults(file: string, results: object): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(results, rounded, 2)}\n`)
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(10)) : value
}

/** The tables of all benchmarks that have results, with machine and date in their notes. */
export function readTables(): Table[] {
  return benchmarkNames
    .filter((name) => existsSync(resultsFile(name)))
    .flatMap((name) => {
      const results = JSON.parse(readFileSync(resultsFile(name), 'utf8')) as ResultsFile
      return benchmarks[name]
        .tables(results)
        .map((table) => ({ ...table, notes: [...table.notes, `Measured on ${showMachine(results.machine)}.`] }))
    })
}
