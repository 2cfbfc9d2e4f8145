import { noGrad } from '@nn/autograd'
import { manualSeed, randn } from '@nn/tensor'
import { type TimedTask, timedTask } from '../rounds/timed-task'
import { tutorial } from '../workload/tutorial'
import { type EngineSettings, startEngine } from './engine'
import { networks } from './networks'

/** Predictions for one image after the other. */
export async function latencyTask(settings: EngineSettings): Promise<TimedTask> {
  const about = await startEngine(settings)
  manualSeed(0)
  const image = randn([1, tutorial.pixels])
  const model = networks.mlp().eval()
  return timedTask(about, (steps) =>
    noGrad(() => {
      let total = 0
      for (let step = 0; step < steps; step++) total -= model.forward(image).at(0, 0).item()
      return total
    }),
  )
}
