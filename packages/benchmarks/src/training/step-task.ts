import { NLLLoss } from '@nn/nn'
import { manualSeed, randint, randn } from '@nn/tensor'
import { type TimedTask, timedTask } from '../rounds/timed-task'
import { tutorial } from '../workload/tutorial'
import { type EngineSettings, startEngine } from './engine'
import { type NetworkName, networks, type OptimizerName, optimizers } from './networks'
import { trainStep } from './train-step'

export interface StepSettings extends EngineSettings {
  readonly model: NetworkName
  readonly optimizer: OptimizerName
}

const inputShapes: Readonly<Record<NetworkName, readonly number[]>> = {
  mlp: [tutorial.batchSize, tutorial.pixels],
  cnn: [tutorial.batchSize, 1, 28, 28],
}

/** Training steps alone, on one batch that stays in memory. */
export async function stepTask(settings: StepSettings): Promise<TimedTask> {
  const about = await startEngine(settings)
  manualSeed(0)
  const images = randn(inputShapes[settings.model])
  const labels = randint(0, tutorial.classes, [tutorial.batchSize])
  const model = networks[settings.model]()
  const training = { model, criterion: new NLLLoss(), optimizer: optimizers[settings.optimizer](model) }
  return timedTask(about, (steps) => {
    let total = 0
    for (let step = 0; step < steps; step++) total += trainStep(training, images, labels)
    return total
  })
}
