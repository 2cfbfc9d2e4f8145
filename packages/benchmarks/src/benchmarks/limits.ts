import { type LimitsRun, runLimits, wholeRun } from '../limits/run-limits'
import { megabytes, number } from '../report/numbers'
import type { Benchmark } from './benchmark'

interface LimitsResults {
  readonly runs: readonly LimitsRun[]
}

/** What a run with `--steps` does of each: rounds and steps alike. */
const shortRun = (steps: number): typeof wholeRun => ({ rounds: steps, times: Math.min(steps, wholeRun.times), steps })

export const limits: Benchmark<LimitsResults> = {
  description:
    'WebAssembly memory at its limits: much alive, all taken and let go of, a million steps of a tiny network',
  async run({ steps, onProgress }) {
    return { runs: await runLimits(steps === null ? wholeRun : shortRun(steps), onProgress) }
  },
  tables: ({ runs }) => [
    {
      name: 'limits',
      head: ['', 'times', 'ms each', 'start MB', 'max MB'],
      rows: runs.map(({ title, count, milliseconds, start, max }) => [
        title,
        number(count, 0),
        number(milliseconds, milliseconds < 1 ? 3 : 1),
        megabytes(start),
        megabytes(max),
      ]),
      notes: [],
    },
  ],
}
