import { type TimedTask, timedTask } from '../rounds/timed-task'
import { takeBatches } from '../workload/take-batches'
import { type LoopName, loops } from './loops'
import { trainStep } from './train-step'
import { setUpTutorial, type TutorialSettings } from './tutorial-program'

export interface TutorialTaskSettings extends TutorialSettings {
  /** How the loop is written. */
  readonly loop: LoopName
}

/** This library's training loop, with its data loader, as the tutorials write it. */
export async function tutorialTask(settings: TutorialTaskSettings): Promise<TimedTask> {
  const program = await setUpTutorial(settings)
  return timedTask(program.about, async (steps) => {
    let total = 0
    await loops[settings.loop](takeBatches(program.trainloader, steps), ([images, labels]) => {
      total += trainStep(program, images.view(images.shape[0]!, -1), labels)
    })
    return total
  })
}
