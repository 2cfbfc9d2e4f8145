import { nodeTask } from '../processes/node-task'
import { TaskProcess } from '../processes/task-process'
import { megabytes, number } from '../report/numbers'
import type { Table } from '../report/table'
import { type Cost, costOf, type Workload } from '../scaling/cost-model'
import type { ScalingAnswer, ScalingRequest } from '../scaling/scaling-task'
import type { Benchmark } from './benchmark'

interface ScalingResults extends ScalingAnswer {
  /** The one that was trained for real. */
  readonly workload: Workload
  readonly predicted: Cost
  /** On paper only. */
  readonly others: readonly { readonly workload: Workload; readonly predicted: Cost }[]
}

const STEPS = 4

const real: Workload = { widths: [784, 4096, 4096, 10], batch: 512, optimizer: 'sgd' }

const onPaper: readonly Workload[] = [
  { widths: [784, 128, 64, 10], batch: 64, optimizer: 'sgd' },
  { widths: [784, 1024, 1024, 10], batch: 256, optimizer: 'sgd' },
  real,
  { ...real, optimizer: 'adam' },
  { widths: [784, 8192, 8192, 8192, 10], batch: 512, optimizer: 'adam' },
]

export const scaling: Benchmark<ScalingResults> = {
  description: 'a wide network on paper, from figures of this machine, and for real',
  async run({ steps, onProgress }) {
    onProgress(`scaling: training ${titleOf(real)}`)
    const task = await TaskProcess.start(nodeTask('scaling'))
    try {
      const request: ScalingRequest = { workload: real, steps: steps ?? STEPS }
      const answer = await task.request<ScalingAnswer>(request)
      const others = onPaper.map((workload) => ({ workload, predicted: costOf(workload, answer.figures) }))
      return { workload: real, predicted: costOf(real, answer.figures), ...answer, others }
    } finally {
      task.stop()
    }
  },
  tables: (results) => [figuresTable(results), comparisonTable(results), paperTable(results)],
}

function figuresTable({ figures }: ScalingResults): Table {
  return {
    name: 'scaling-figures',
    head: ['this machine, one thread', 'measured'],
    rows: [
      ...figures.matmul.map(({ size, speed }) => [
        `matrix product, ${size} square`,
        `${number(speed / 1e9, 1)} GFLOP/s`,
      ]),
      ['elementwise operations beyond the caches', `${number(figures.bandwidth / 1e9, 1)} GB/s`],
      ['an operation on one element', `${number(1e6 * figures.overhead, 2)} µs`],
    ],
    notes: [],
  }
}

function comparisonTable({ workload, predicted, time, memoryBefore, memoryAtMost }: ScalingResults): Table {
  const memory = memoryAtMost - memoryBefore
  return {
    name: 'scaling',
    head: [titleOf(workload), 'on paper', 'measured', 'measured ÷ paper'],
    rows: [
      [
        'a training step, ms',
        number(1000 * predicted.time, 0),
        number(1000 * time, 0),
        number(time / predicted.time, 2),
      ],
      ['memory, MB', megabytes(predicted.memory), megabytes(memory), number(memory / predicted.memory, 2)],
    ],
    notes: [],
  }
}

function paperTable({ others }: ScalingResults): Table {
  return {
    name: 'scaling-paper',
    head: [
      'network',
      'parameters',
      'GFLOP a step',
      'products ms',
      'elementwise ms',
      'overhead ms',
      'step ms',
      'memory MB',
    ],
    rows: others.map(({ workload, predicted }) => [
      titleOf(workload),
      predicted.parameters.toLocaleString('en'),
      number(predicted.flops / 1e9, 2),
      number(1000 * predicted.matmulTime, 2),
      number(1000 * predicted.elementwiseTime, 2),
      number(1000 * predicted.overheadTime, 2),
      number(1000 * predicted.time, 2),
      megabytes(predicted.memory),
    ]),
    notes: [],
  }
}

function titleOf({ widths, batch, optimizer }: Workload): string {
  return `${widths.join('-')}, batch ${batch}, ${optimizer === 'sgd' ? 'SGD' : 'Adam'}`
}
