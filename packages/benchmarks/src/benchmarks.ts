import type { Contender } from './epoch/contenders'
import { runEpoch } from './epoch/run-epoch'
import { showEpoch } from './epoch/show-epoch'
import { summarizeEpoch } from './epoch/summarize-epoch'
import { runMemory } from './memory/run-memory'
import { showMemory } from './memory/show-memory'
import { runProfile } from './profile/run-profile'
import { showProfile } from './profile/show-profile'
import { tutorial } from './workload/tutorial'

export interface BenchmarkOptions {
  readonly rounds: number
  readonly steps: number
  readonly contenders: readonly Contender[]
  /** Told what is going on. */
  readonly onProgress: (line: string) => void
}

interface Outcome {
  /** For people. */
  readonly text: string
  /** For programs. */
  readonly results: object
  /** Whether something of this library failed: peers may be missing. */
  readonly hasFailed: boolean
}

export interface Benchmark {
  readonly description: string
  /** How many training steps, unless told otherwise. */
  readonly steps: number
  run(options: BenchmarkOptions): Promise<Outcome>
}

const epoch: Benchmark = {
  description: 'seconds an epoch of MNIST takes, with this library, its peers and PyTorch',
  steps: tutorial.steps,
  async run({ rounds, steps, contenders, onProgress }) {
    const runs = await runEpoch(contenders, { rounds, steps: Math.min(steps, tutorial.steps), onProgress })
    const summaries = summarizeEpoch(runs)
    return {
      text: showEpoch(summaries),
      results: { workload: tutorial, rounds, contenders: summaries },
      hasFailed: runs.some(({ contender, failure }) => contender.isOurs && failure !== null),
    }
  },
}

const memory: Benchmark = {
  description: 'resident memory and speed over a long loop, with no dispose anywhere',
  steps: 20000,
  async run({ steps, onProgress }) {
    const runs = await runMemory(steps, onProgress)
    return { text: showMemory(runs), results: { steps, loops: runs }, hasFailed: false }
  },
}

const profile: Benchmark = {
  description: 'where the time of a training step goes, by line of the loop and by kernel',
  steps: tutorial.steps,
  async run({ steps }) {
    const answer = await runProfile(steps)
    return { text: showProfile(answer, steps), results: { steps, ...answer }, hasFailed: false }
  },
}

export type BenchmarkName = 'epoch' | 'memory' | 'profile'

export const benchmarks: Readonly<Record<BenchmarkName, Benchmark>> = { epoch, memory, profile }
