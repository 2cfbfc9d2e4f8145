import { Linear, LogSoftmax, NLLLoss, ReLU, Sequential } from '@nn/nn'
import { manualSeed, randint, randn } from '@nn/tensor'
import type { Task } from '../processes/serve'
import { median } from '../report/statistics'
import { startEngine } from '../training/engine'
import { optimizers } from '../training/networks'
import { trainStep } from '../training/train-step'
import type { MachineFigures, Workload } from './cost-model'
import { measureFigures } from './measure-figures'

export interface ScalingRequest {
  readonly workload: Workload
  readonly steps: number
}

export interface ScalingAnswer {
  readonly figures: MachineFigures
  /** Seconds of a step, the median of those after the first. */
  readonly time: number
  /** Resident memory in bytes before the network was made, and at its highest. */
  readonly memoryBefore: number
  readonly memoryAtMost: number
}

/** Measures the machine and then trains a network, so that what the first predicts can be compared with the second. */
export async function scalingTask(): Promise<Task<ScalingRequest, ScalingAnswer>> {
  const about = await startEngine({ threads: 1, relaxed: false })
  return {
    about,
    run({ workload, steps }) {
      const memoryBefore = process.memoryUsage.rss()
      const { time, memoryAtMost } = train(workload, steps)
      return { figures: measureFigures(), time, memoryBefore, memoryAtMost }
    },
  }
}

function train({ widths, batch, optimizer }: Workload, steps: number): { time: number; memoryAtMost: number } {
  manualSeed(0)
  const layers = widths.slice(1).flatMap((outputs, i) => [new Linear(widths[i]!, outputs), new ReLU()])
  const model = new Sequential(...layers.slice(0, -1), new LogSoftmax({ dim: 1 }))
  const training = { model, criterion: new NLLLoss(), optimizer: optimizers[optimizer](model) }
  const images = randn([batch, widths[0]!])
  const labels = randint(0, widths.at(-1)!, [batch])
  const times: number[] = []
  let memoryAtMost = 0
  for (let step = 0; step <= steps; step++) {
    const began = performance.now()
    trainStep(training, images, labels)
    if (step > 0) times.push((performance.now() - began) / 1000)
    memoryAtMost = Math.max(memoryAtMost, process.memoryUsage.rss())
  }
  return { time: median(times), memoryAtMost }
}
