import { noGrad } from '@nn/autograd'
import { useWasm } from '@nn/backend-wasm'
import { DataLoader, MNIST, Subset } from '@nn/data'
import { jsBackend, setBackend } from '@nn/tensor'
import { difference, type EncodedTensor, readFixture } from '@nn/testing'
import { afterEach, expect, test } from 'vitest'
import { evaluate } from '../src/evaluate'
import { pixelTransform, tutorialNormalization } from '../src/normalization'
import { prepareTraining } from '../src/prepare-training'
import { type Step, type Training, trainEpoch } from '../src/train-epoch'

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
const mnist = await MNIST.load({ train: true, transform: pixelTransform(tutorialNormalization) })
const images = new Subset(
  mnist,
  Array.from({ length: run.images }, (_, i) => i),
)

afterEach(() => setBackend(jsBackend))

function setUp(): Training {
  return prepareTraining(
    {
      architecture: { hidden: [128, 64], activation: 'relu', dropout: 0 },
      optimizer: { name: 'sgd', lr: 0.003 },
      batchSize: run.batch_size,
      seed: run.seed,
    },
    images,
  )
}

test.each(['js', 'wasm'] as const)("trainEpoch goes through PyTorch's losses on real images (%s)", async (backend) => {
  if (backend === 'wasm') await useWasm()
  const training = setUp()
  const losses: number[] = []
  for (let epoch = 0; epoch < run.epochs; epoch++) {
    const steps: Step[] = []
    const trainingLoss = await trainEpoch(training, (step) => {
      expect(steps.push(step)).toBe(step.number)
      return undefined
    })
    expect(trainingLoss).toBe(steps.at(-1)?.meanLoss)
    expect(trainingLoss).toBeCloseTo(steps.reduce((sum, { loss }) => sum + loss, 0) / steps.length, 12)
    losses.push(...steps.map(({ loss }) => loss))
  }
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
  const steps: number[] = []
  const training = trainEpoch(setUp(), ({ number }) => {
    steps.push(number)
    if (number === 3) throw new Error('enough')
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
