import type { Table } from '../report/table'

interface BenchmarkOptions {
  /** Timed rounds. */
  readonly rounds: number
  /** Steps of a round, or null for the benchmark's own number. */
  readonly steps: number | null
  /** The names of the contenders that take part, or null for all. */
  readonly only: readonly string[] | null
  /** Told what is going on. */
  readonly onProgress: (line: string) => void
}

export interface Benchmark<Results extends object = object> {
  readonly description: string
  /** The contenders' names with what they are, where there are any. */
  readonly contenders?: Readonly<Record<string, string>>
  /** @throws Error where something of this library fails: peers may be missing. */
  run(options: BenchmarkOptions): Promise<Results>
  /** What people see of the results. */
  tables(results: Results): Table[]
}
