import { DataLoader, MNIST, transforms } from '@nn/data'
import { NLLLoss, type Sequential } from '@nn/nn'
import type { Adam, SGD } from '@nn/optim'
import { manualSeed, type Tensor } from '@nn/tensor'
import { tutorial } from '../workload/tutorial'
import { type EngineSettings, startEngine } from './engine'
import { networks, type OptimizerName, optimizers } from './networks'

export interface TutorialSettings extends EngineSettings {
  readonly optimizer: OptimizerName
}

/** What the tutorials' training loop works with. */
export interface TutorialProgram {
  readonly about: Readonly<Record<string, string>>
  readonly trainloader: Iterable<readonly [images: Tensor, labels: Tensor]>
  readonly model: Sequential
  readonly criterion: NLLLoss
  readonly optimizer: SGD | Adam
}

/** The tutorials' program up to its loop, in this library, from seed 0. */
export async function setUpTutorial(settings: TutorialSettings): Promise<TutorialProgram> {
  const about = await startEngine(settings)
  manualSeed(0)
  const transform = transforms.compose([transforms.toTensor(), transforms.normalize([0.5], [0.5])])
  const trainset = await MNIST.load({ train: true, transform })
  const trainloader = new DataLoader(trainset, { batchSize: tutorial.batchSize, shuffle: true })
  const model = networks.mlp()
  return { about, trainloader, model, criterion: new NLLLoss(), optimizer: optimizers[settings.optimizer](model) }
}

/** The settings of most benchmarks: one thread, strict SIMD, SGD. */
export const plainSettings: TutorialSettings = { threads: 1, relaxed: false, optimizer: 'sgd' }
