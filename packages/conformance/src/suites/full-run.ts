import { noGrad } from '@nn/autograd'
import { DataLoader, type MNIST } from '@nn/data'
import { NLLLoss } from '@nn/nn'
import { SGD } from '@nn/optim'
import { manualSeed, scope, type Tensor } from '@nn/tensor'
import { isClose, type Tolerance } from '../compare'
import { readJson } from '../fixtures'
import type { Result } from '../report'
import { loadMnist } from '../training/mnist'
import { mlp } from '../training/networks'
import { type Training, trainEpoch } from '../training/train-epoch'
import { collect } from './collect'

/** PyTorch's log of the tutorials' program on all of MNIST. */
interface FullRunCase {
  readonly seed: number
  readonly log: readonly {
    readonly epoch: number
    readonly training_loss: number
    readonly test_loss: number
    readonly test_accuracy: number
  }[]
}

const forLosses: Tolerance = { absolute: 0, relative: 1e-4, ofLargest: 0 }
const forAccuracies: Tolerance = { absolute: 1e-3, relative: 0, ofLargest: 0 }

/** Runs what is in `full_run.json`. */
export async function runFullRun(directory: string): Promise<Result[]> {
  const { runs } = readJson<{ runs: FullRunCase[] }>(directory, 'full_run.json')
  const [trainset, testset] = await Promise.all([loadMnist(true), loadMnist(false)])
  return [
    collect(
      'full_run.json',
      runs,
      (run) => checkFullRun(run, trainset, testset),
      ({ seed }) => `seed ${seed}`,
    ),
  ]
}

function checkFullRun({ seed, log }: FullRunCase, trainset: MNIST, testset: MNIST): string | null {
  manualSeed(seed)
  const loader = new DataLoader(trainset, { batchSize: 64, shuffle: true })
  const model = mlp(true)
  const training: Training = {
    model,
    criterion: new NLLLoss(),
    optimizer: new SGD(model.parameters(), { lr: 0.003 }),
    input: (images) => images.flatten(1),
  }
  for (const expected of log) {
    const losses = trainEpoch(training, loader)
    const loss = losses.reduce((sum, step) => sum + step, 0) / losses.length
    const test = evaluate(training, testset)
    const differs =
      !isClose(loss, expected.training_loss, forLosses) ||
      !isClose(test.loss, expected.test_loss, forLosses) ||
      !isClose(test.accuracy, expected.test_accuracy, forAccuracies)
    if (differs) {
      const theirs = [expected.training_loss, expected.test_loss, expected.test_accuracy]
      return `epoch ${expected.epoch}: ${[loss, test.loss, test.accuracy].join(', ')}, expected ${theirs.join(', ')}`
    }
  }
  return null
}

/** Loss and accuracy over a whole data set. */
function evaluate({ model, criterion, input }: Training, dataset: MNIST): { loss: number; accuracy: number } {
  return noGrad(() =>
    scope(() => {
      const [images, labels] = dataset.getBatch(Array.from({ length: dataset.length }, (_, i) => i)) as [Tensor, Tensor]
      const output = model.forward(input(images))
      return {
        loss: criterion.forward(output, labels).item(),
        accuracy: output.argmax(1).eq(labels).float().mean().item(),
      }
    }),
  )
}
