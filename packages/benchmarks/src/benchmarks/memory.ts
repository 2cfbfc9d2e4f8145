import { type MemoryRun, runMemory } from '../memory/run-memory'
import { nodeTask } from '../processes/node-task'
import { megabytes, number, percent } from '../report/numbers'
import type { Table } from '../report/table'
import type { Contender } from '../rounds/contender'
import { type LoopName, loopNames } from '../training/loops'
import { plainSettings } from '../training/tutorial-program'
import { tutorial } from '../workload/tutorial'
import type { Benchmark } from './benchmark'
import { type ComparisonResults, comparison } from './comparison'

interface MemoryResults {
  /** Of each long loop. */
  readonly steps: number
  readonly loops: readonly MemoryRun[]
  readonly speed: ComparisonResults
}

const STEPS = 20_000

const titles: Readonly<Record<LoopName, string>> = {
  plain: 'a plain loop',
  'for await': 'a for await loop',
  scope: 'a scope a step',
}

const speed = comparison({
  name: 'memory-speed',
  description: '',
  steps: tutorial.steps,
  table: { what: 'one epoch of MNIST', unit: 's', perStep: false, reference: 'scopes' },
  contenders: loopNames.map(
    (loop): Contender => ({
      name: loop,
      title: titles[loop],
      isOurs: true,
      isOptional: false,
      command: nodeTask('tutorial', { ...plainSettings, loop }),
      references: ['scope'],
    }),
  ),
})

export const memory: Benchmark<MemoryResults> = {
  description: 'resident memory over a long loop without dispose, and the speed of loops beside one with scopes',
  async run(options) {
    const steps = options.steps ?? STEPS
    const loops = await runMemory(steps, options.onProgress)
    const stepsOfSpeed = Math.min(steps, tutorial.steps)
    return { steps, loops, speed: await speed.run({ ...options, only: null, steps: stepsOfSpeed }) }
  },
  tables: ({ steps, loops, speed: measured }) => [memoryTable(steps, loops), ...speed.tables(measured)],
}

function memoryTable(steps: number, loops: readonly MemoryRun[]): Table {
  return {
    name: 'memory',
    head: [`${steps} steps`, 'start MB', 'max MB', 'end MB', 'steps/s, first quarter', 'last quarter', 'change'],
    rows: loops.map(({ loop, start, max, end, speedAtFirst, speedAtLast }) => [
      titles[loop],
      megabytes(start),
      megabytes(max),
      megabytes(end),
      number(speedAtFirst, 0),
      number(speedAtLast, 0),
      percent(speedAtLast / speedAtFirst - 1),
    ]),
    notes: [],
  }
}
