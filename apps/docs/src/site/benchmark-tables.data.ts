import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LoaderModule } from 'vitepress'

const file = fileURLToPath(new URL('../../../../packages/benchmarks/results/tables.json', import.meta.url))

/** What a benchmark found, as `pnpm bench` writes it. */
export interface BenchmarkTable {
  readonly name: string
  readonly head: readonly string[]
  /** A row shorter than the head ends in a remark. */
  readonly rows: readonly (readonly string[])[]
  /** Sentences below the table. */
  readonly notes: readonly string[]
}

declare const data: readonly BenchmarkTable[]

export { data }

const loader: LoaderModule = {
  load: (): readonly BenchmarkTable[] => JSON.parse(readFileSync(file, 'utf8')),
}

export default loader
