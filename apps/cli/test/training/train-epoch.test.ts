import { noGrad } from '@nn/autograd'
import { DataLoader, Subset } from '@nn/data'
import { NLLLoss } from '@nn/nn'
import { jsBackend, manualSeed, setBackend } from '@nn/tensor'
import { difference, type EncodedTensor, readFixture } from '@nn/testing'
import { afterAll, expect, test } from 'vitest'
import { buildModel } from '../../src/training/build-model'
import { buildOptimizer } from '../../src/training/build-optimizer'
import { evaluate } from '../../src/training/evaluate'
import { loadMnist, tutorialNormalization } from '../../src/training/load-mnist'
import { type Training, trainEpoch } from '../../src/training/train-epoch'
import { useBackend } from '../../src/training/use-backend'

interface Run {
  name: string
  seed: number
  images: number
  batch_size: number
  epochs: number
  losses: number[]
  accuracy: number
  logits_of_first_4: EncodedTensor
}

const run = readFixture<{ runs: Run[] }>('training.json').runs.find(({ name }) => name === 'mlp NLLLoss SGD(lr=0.003)')!
const mnist = await loadMnist({ train: true, normalization: tutorialNormalization, data: undefined })
const images = new Subset(
  mnist,
  Array.from({ length: run.images }, (_, i) => i),
)

afterAll(() => setBackend(jsBackend))

function setUp(): Training {
  manualSeed(run.seed)
  const model = buildModel({ hidden: [128, 64], dropout: 0 })
  return {
    model,
    criterion: new NLLLoss(),
    optimizer: buildOptimizer(model.parameters(), { name: 'sgd', lr: 0.003 }),
    trainloader: new DataLoader(images, { batchSize: run.batch_size, shuffle: true }),
  }
}

test.each(['js', 'wasm'] as const)("trainEpoch goes through PyTorch's losses on real images (%s)", async (backend) => {
  await useBackend(backend)
  const training = setUp()
  const meanLosses: number[][] = []
  for (let epoch = 0; epoch < run.epochs; epoch++) {
    const means: number[] = []
    const trainingLoss = await trainEpoch(training, (step, meanLoss) => {
      expect(means.push(meanLoss)).toBe(step)
      return undefined
    })
    expect(trainingLoss).toBe(means.at(-1))
    meanLosses.push(means)
  }

  const losses = meanLosses.flatMap((means) => means.map((mean, i) => mean * (i + 1) - (means[i - 1] ?? 0) * i))
  expect(losses).toHaveLength(run.losses.length)
  for (const [step, expected] of run.losses.entries()) {
    const tolerance = step < 32 ? 1e-5 : 1e-3
    expect(Math.abs(losses[step]! - expected), `step ${step}`).toBeLessThan(tolerance * expected)
  }

  const { accuracy } = evaluate(training.model, images)
  expect(Math.abs(accuracy - run.accuracy)).toBeLessThan(1.5 / run.images)
  const [first] = new DataLoader(images, { batchSize: 4 })
  const logits = noGrad(() => training.model.forward(first![0].flatten(1)))
  expect(difference(logits, run.logits_of_first_4, { atol: 1e-4, rtol: 1e-4 })).toBeNull()
})

test('trainEpoch stops with what onStep throws', async () => {
  await useBackend('js')
  const steps: number[] = []
  const training = trainEpoch(setUp(), (step) => {
    steps.push(step)
    if (step === 3) throw new Error('enough')
    return undefined
  })
  await expect(training).rejects.toThrow('enough')
  expect(steps).toEqual([1, 2, 3])
})

test('trainEpoch waits for the promise that onStep gives', async () => {
  let waiting = false
  await trainEpoch(setUp(), () => {
    expect(waiting).toBe(false)
    waiting = true
    return new Promise((resolve) => {
      setTimeout(() => {
        waiting = false
        resolve()
      })
    })
  })
})
