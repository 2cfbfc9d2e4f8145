import { nodeTask } from '../processes/node-task'
import { type Command, TaskProcess } from '../processes/task-process'
import type { LimitsAnswer, LimitsRequest } from './limits-task'

export interface LimitsRun extends LimitsAnswer {
  readonly title: string
}

const GIGABYTE = 2 ** 30

/** How many there are of each, for a whole run: rounds, times, steps. */
interface Counts {
  readonly rounds: number
  readonly times: number
  readonly steps: number
}

export const wholeRun: Counts = { rounds: 2000, times: 10, steps: 1_000_000 }

/** Goes to each limit in a process of its own. @throws Error when one fails. */
export async function runLimits(counts: Counts, onProgress: (line: string) => void): Promise<LimitsRun[]> {
  const { rounds, times, steps } = counts
  const [node, ...args] = nodeTask('limits')
  const small: Command = [node, '--max-old-space-size=512', ...args]
  const usual = nodeTask('limits')
  const runs: [string, Command, LimitsRequest][] = [
    ...[1, 1.9, 2.6, 3.5].map((alive): [string, Command, LimitsRequest] => [
      `16 MB of garbage a round beside ${alive.toFixed(1)} GB`,
      usual,
      { what: 'rounds', aliveBytes: alive * GIGABYTE, rounds },
    ]),
    ['8 GB taken and let go of', usual, { what: 'exhaustion', most: 8 * GIGABYTE, times }],
    ['a step of a network 4-8-1', usual, { what: 'tiny', steps }],
    ['the same in a heap of 512 MB', small, { what: 'tiny', steps }],
  ]
  const results: LimitsRun[] = []
  for (const [title, command, request] of runs) {
    onProgress(title)
    const process = await TaskProcess.start(command)
    try {
      results.push({ title, ...(await process.request<LimitsAnswer>(request)) })
    } finally {
      process.stop()
    }
  }
  return results
}
