import { useWasm } from '@nn/backend-wasm'
import { DataLoader, MNIST, transforms } from '@nn/data'
import { Linear, LogSoftmax, NLLLoss, ReLU, Sequential } from '@nn/nn'
import { SGD } from '@nn/optim'
import { manualSeed, type Tensor } from '@nn/tensor'
import { tutorial } from './tutorial'

/** What the tutorials' training loop works with. */
export interface TutorialProgram {
  readonly trainloader: Iterable<readonly [images: Tensor, labels: Tensor]>
  readonly model: Sequential
  readonly criterion: NLLLoss
  readonly optimizer: SGD
}

/** The tutorials' program up to its loop, in this library, from seed 0. */
export async function setUpTutorial(backend: 'wasm' | 'js'): Promise<TutorialProgram> {
  if (backend === 'wasm') await useWasm()
  manualSeed(0)
  const transform = transforms.compose([transforms.toTensor(), transforms.normalize([0.5], [0.5])])
  const trainset = await MNIST.load({ train: true, transform })
  const trainloader = new DataLoader(trainset, { batchSize: tutorial.batchSize, shuffle: true })
  const [first, second] = tutorial.hidden
  const model = new Sequential(
    new Linear(tutorial.pixels, first),
    new ReLU(),
    new Linear(first, second),
    new ReLU(),
    new Linear(second, tutorial.classes),
    new LogSoftmax({ dim: 1 }),
  )
  const optimizer = new SGD(model.parameters(), { lr: tutorial.lr })
  return { trainloader, model, criterion: new NLLLoss(), optimizer }
}
