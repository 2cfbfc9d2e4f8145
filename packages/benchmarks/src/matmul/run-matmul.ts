import { newerNode } from '../processes/newer-node'
import { nodeTask } from '../processes/node-task'
import { TaskProcess } from '../processes/task-process'
import type { MatmulAnswer, MatmulSettings } from './matmul-task'
import type { SimdVariant } from './peak-module'

/** One kind of SIMD, in a process of its own. */
export interface MatmulRun {
  readonly variant: SimdVariant
  about: Readonly<Record<string, string>>
  /** Why it was not measured, or null. */
  failure: string | null
  readonly rounds: MatmulAnswer[]
}

/** Measures with strict SIMD here and with relaxed SIMD in a newer Node, in alternating rounds after one to warm up. */
export async function runMatmul(rounds: number, onProgress: (line: string) => void): Promise<MatmulRun[]> {
  const started = [await start('strict', process.execPath), await start('relaxed', newerNode)]
  try {
    for (let round = 0; round <= rounds; round++) {
      onProgress(round === 0 ? 'matmul: warm-up' : `matmul: round ${round} of ${rounds}`)
      for (const { run, task } of started) {
        const answer = await task?.request<MatmulAnswer>({})
        if (answer !== undefined && round > 0) run.rounds.push(answer)
      }
    }
  } finally {
    for (const { task } of started) task?.stop()
  }
  return started.map(({ run }) => run)
}

async function start(variant: SimdVariant, node: string): Promise<{ run: MatmulRun; task: TaskProcess | null }> {
  const settings: MatmulSettings = { relaxed: variant === 'relaxed', compareThreads: variant === 'strict' }
  const run: MatmulRun = { variant, about: {}, failure: null, rounds: [] }
  try {
    const task = await TaskProcess.start(nodeTask('matmul', settings, node))
    run.about = task.about
    return { run, task }
  } catch (error) {
    run.failure = error instanceof Error ? error.message : String(error)
    return { run, task: null }
  }
}
