import { noGrad } from '@nn/autograd'
import { DataLoader, type MNIST, Subset } from '@nn/data'
import { CrossEntropyLoss, type Layer, NLLLoss } from '@nn/nn'
import { manualSeed, type Tensor } from '@nn/tensor'
import { decodeNumber, type EncodedNumber, type EncodedTensor } from '@nn/testing'
import { isClose, type Tolerance, tensorDifference } from '../compare'
import { readJson } from '../fixtures'
import { optimizerNames } from '../names/optimizers'
import { evaluate } from '../python/evaluate'
import type { Result } from '../report'
import { loadMnist } from '../training/mnist'
import { cnn, mlp, mlpWithDropout } from '../training/networks'
import { type Training, trainEpoch } from '../training/train-epoch'
import { collect } from './collect'

/** What PyTorch logged of a training program on the first images of MNIST. */
interface RunCase {
  /** Network, criterion and optimizer. */
  readonly name: string
  readonly seed: number
  readonly images: number
  readonly batch_size: number
  readonly epochs: number
  readonly losses: readonly EncodedNumber[]
  readonly accuracy: number
  readonly logits_of_first_4: EncodedTensor
}

const networks: Readonly<Record<string, (criterion: string) => Layer>> = {
  mlp: (criterion) => mlp(criterion === 'NLLLoss'),
  'mlp+dropout': mlpWithDropout,
  cnn,
}

const criteria: Readonly<Record<string, () => Training['criterion']>> = {
  NLLLoss: () => new NLLLoss(),
  CrossEntropyLoss: () => new CrossEntropyLoss(),
}

/** Runs what is in `training.json`. */
export async function runTraining(directory: string): Promise<Result[]> {
  const { runs } = readJson<{ runs: RunCase[] }>(directory, 'training.json')
  const trainset = await loadMnist(true)
  return [
    collect(
      'training.json',
      runs,
      (run) => checkRun(run, trainset),
      ({ name }) => name,
    ),
  ]
}

function make(name: string): Training {
  const [network = '', criterion = '', optimizer = ''] = name.split(' ')
  const model = (networks[network] as (criterion: string) => Layer)(criterion)
  return {
    model,
    criterion: (criteria[criterion] as () => Training['criterion'])(),
    optimizer: evaluate(optimizer, optimizerNames(model.parameters())) as Training['optimizer'],
    input: (images) => (network === 'cnn' ? images : images.flatten(1)),
  }
}

/** A difference of rounding grows from step to step. */
const forStep = (step: number): Tolerance => ({ absolute: 0, relative: step < 32 ? 1e-5 : 1e-3, ofLargest: 0 })
const afterTraining: Tolerance = { absolute: 1e-2, relative: 1e-2, ofLargest: 0 }

function checkRun(run: RunCase, trainset: MNIST): string | null {
  const places = Array.from({ length: run.images }, (_, i) => i)
  const dataset = new Subset(trainset, places)
  manualSeed(run.seed)
  const training = make(run.name)
  const loader = new DataLoader(dataset, { batchSize: run.batch_size, shuffle: true })
  const losses = Array.from({ length: run.epochs }, () => trainEpoch(training, loader)).flat()
  if (losses.length !== run.losses.length) return `${losses.length} steps, expected ${run.losses.length}`
  for (const [step, encoded] of run.losses.entries()) {
    const [ours, expected] = [losses[step] as number, decodeNumber(encoded)]
    if (!isClose(ours, expected, forStep(step))) return `loss of step ${step}: ${ours}, expected ${expected}`
  }

  const { model, input } = training
  model.train(false)
  return noGrad(() => {
    const [images, labels] = dataset.getBatch(places) as [Tensor, Tensor]
    const output = model.forward(input(images))
    const accuracy = output.argmax(1).eq(labels).float().mean().item()
    if (Math.abs(accuracy - run.accuracy) > 0.005) return `accuracy ${accuracy}, expected ${run.accuracy}`
    return tensorDifference(output.at(':4'), run.logits_of_first_4, afterTraining)
  })
}
