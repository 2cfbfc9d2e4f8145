import { number } from '../report/numbers'
import { median } from '../report/statistics'
import { type ColdStart, runStartup } from '../startup/run-startup'
import type { Benchmark } from './benchmark'

interface StartupResults {
  readonly starts: readonly ColdStart[]
}

const parts: readonly (readonly [title: string, part: (start: ColdStart) => number])[] = [
  ['import of the packages', (start) => start.import],
  ['useWasm(), with its threads', (start) => start.wasm],
  ['building the network, and its first training step', (start) => start.step],
  ['together', (start) => start.import + start.wasm + start.step],
  ['the whole process', (start) => start.process],
  ['a process that does nothing', (start) => start.bareNode],
]

export const startup: Benchmark<StartupResults> = {
  description: 'a cold process: import, WebAssembly and the first training step',
  async run({ rounds, onProgress }) {
    return { starts: await runStartup(rounds, onProgress) }
  },
  tables({ starts }) {
    const rows = parts.map(([title, part]) => {
      const times = starts.map(part)
      return [title, number(Math.min(...times), 0), number(median(times), 0)]
    })
    return [{ name: 'startup', head: ['cold start', 'min ms', 'median ms'], rows, notes: [] }]
  },
}
