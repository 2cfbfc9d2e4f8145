import type { Task } from '../processes/serve'
import { type LoopName, loops } from '../training/loops'
import { trainStep } from '../training/train-step'
import { plainSettings, setUpTutorial } from '../training/tutorial-program'
import { takeBatches } from '../workload/take-batches'
import { Watch, type Watched } from './watch'

export interface MemoryRequest {
  readonly loop: LoopName
  readonly steps: number
}

/** Trains for many steps in one loop and tells what memory that took. */
export async function memoryTask(): Promise<Task<MemoryRequest, Watched>> {
  const program = await setUpTutorial(plainSettings)
  return {
    about: program.about,
    async run({ loop, steps }) {
      const watch = new Watch(steps)
      await loops[loop](takeBatches(program.trainloader, steps), ([images, labels]) => {
        trainStep(program, images.view(images.shape[0]!, -1), labels)
        watch.step()
      })
      return watch.result()
    },
  }
}
