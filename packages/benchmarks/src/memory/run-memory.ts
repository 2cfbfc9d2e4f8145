import { nodeTask } from '../processes/node-task'
import { TaskProcess } from '../processes/task-process'
import { type LoopName, loopNames } from '../training/loops'
import type { MemoryRequest } from './memory-task'
import type { Watched } from './watch'

export interface MemoryRun extends Watched {
  readonly loop: LoopName
}

/** Watches each way of writing the loop, one after the other in processes of their own. @throws Error when one fails. */
export async function runMemory(steps: number, onProgress: (line: string) => void): Promise<MemoryRun[]> {
  const runs: MemoryRun[] = []
  for (const loop of loopNames) {
    const process = await TaskProcess.start(nodeTask('memory'))
    try {
      const watched = await process.request<Watched>({ loop, steps } satisfies MemoryRequest)
      runs.push({ loop, ...watched })
      onProgress(`${loop}: ${steps} steps done`)
    } finally {
      process.stop()
    }
  }
  return runs
}
