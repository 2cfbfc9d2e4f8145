import { noGrad } from '@nn/autograd'
import { useWasm } from '@nn/backend-wasm'
import { DataLoader, MNIST, Subset, transforms } from '@nn/data'
import {
  Conv2d,
  CrossEntropyLoss,
  Dropout,
  Flatten,
  type Layer,
  Linear,
  LogSoftmax,
  MaxPool2d,
  NLLLoss,
  ReLU,
  Sequential,
} from '@nn/nn'
import { Adam, SGD } from '@nn/optim'
import { jsBackend, manualSeed, scope, setBackend, type Tensor } from '@nn/tensor'
import { beforeAll, describe, expect, test } from 'vitest'
import { tensorDifference } from '../src/compare'
import type { EncodedTensor } from '../src/encoded'
import { ownFixtures, readJson } from '../src/fixtures'

/** What PyTorch logged of a training program. */
interface Run {
  readonly name: string
  readonly seed: number
  readonly images: number
  readonly batch_size: number
  readonly epochs: number
  readonly losses: readonly number[]
  readonly accuracy: number
  readonly logits_of_first_4: EncodedTensor
}

interface Program {
  readonly model: () => Layer
  readonly criterion: { forward(output: Tensor, target: Tensor): Tensor }
  readonly optimizer: (params: Iterable<Tensor>) => { zeroGrad(): void; step(): void }
  /** What the network takes: pictures, or rows of 784 pixels. */
  readonly takes: 'pictures' | 'rows'
}

const layers = (): Layer[] => [new Linear(784, 128), new ReLU(), new Linear(128, 64), new ReLU(), new Linear(64, 10)]

/** The programs, as packages/testing/fixtures/generate/training.py writes them. */
const programs: Readonly<Record<string, Program>> = {
  'mlp NLLLoss SGD(lr=0.003)': {
    model: () => new Sequential(...layers(), new LogSoftmax({ dim: 1 })),
    criterion: new NLLLoss(),
    optimizer: (params) => new SGD(params, { lr: 0.003 }),
    takes: 'rows',
  },
  'mlp CrossEntropyLoss SGD(lr=0.01,momentum=0.9)': {
    model: () => new Sequential(...layers()),
    criterion: new CrossEntropyLoss(),
    optimizer: (params) => new SGD(params, { lr: 0.01, momentum: 0.9 }),
    takes: 'rows',
  },
  'mlp CrossEntropyLoss Adam(lr=0.001)': {
    model: () => new Sequential(...layers()),
    criterion: new CrossEntropyLoss(),
    optimizer: (params) => new Adam(params, { lr: 0.001 }),
    takes: 'rows',
  },
  'mlp+dropout CrossEntropyLoss SGD(lr=0.05,weight_decay=1e-4)': {
    model: () => new Sequential(new Linear(784, 128), new ReLU(), new Dropout(0.2), new Linear(128, 10)),
    criterion: new CrossEntropyLoss(),
    optimizer: (params) => new SGD(params, { lr: 0.05, weightDecay: 1e-4 }),
    takes: 'rows',
  },
  'cnn CrossEntropyLoss Adam(lr=0.001)': {
    model: () =>
      new Sequential(
        new Conv2d(1, 8, 3, { padding: 1 }),
        new ReLU(),
        new MaxPool2d(2),
        new Conv2d(8, 16, 3, { padding: 1 }),
        new ReLU(),
        new MaxPool2d(2),
        new Flatten(),
        new Linear(784, 10),
      ),
    criterion: new CrossEntropyLoss(),
    optimizer: (params) => new Adam(params, { lr: 0.001 }),
    takes: 'pictures',
  },
}

const { runs } = readJson<{ runs: Run[] }>(ownFixtures, 'training.json')
const backends = { js: async () => setBackend(jsBackend), wasm: useWasm }

describe.each(Object.entries(backends))('on the %s backend', (_, use) => {
  let trainset: MNIST

  beforeAll(async () => {
    await use()
    const transform = transforms.compose([transforms.toTensor(), transforms.normalize([0.5], [0.5])])
    trainset = await MNIST.load({ train: true, transform })
  })

  test.each(runs)('$name: every step has the loss that PyTorch logged', { timeout: 120_000 }, (run) => {
    const program = programs[run.name] as Program
    const dataset = new Subset(
      trainset,
      Array.from({ length: run.images }, (_, i) => i),
    )
    const input = (images: Tensor): Tensor => (program.takes === 'rows' ? images.flatten(1) : images)

    manualSeed(run.seed)
    const model = program.model()
    const optimizer = program.optimizer(model.parameters())
    const loader = new DataLoader(dataset, { batchSize: run.batch_size, shuffle: true })
    const losses: number[] = []
    for (let epoch = 0; epoch < run.epochs; epoch++) {
      for (const [images, labels] of loader) {
        scope(() => {
          optimizer.zeroGrad()
          const loss = program.criterion.forward(model.forward(input(images)), labels)
          loss.backward()
          optimizer.step()
          losses.push(loss.item())
        })
      }
    }

    expect(losses).toHaveLength(run.losses.length)
    for (const [step, expected] of run.losses.entries()) {
      // A difference of rounding grows from step to step.
      const tolerance = step < 32 ? 1e-5 : 1e-3
      expect(Math.abs((losses[step] as number) - expected) / expected, `step ${step}`).toBeLessThan(tolerance)
    }

    model.eval()
    noGrad(() => {
      const [images, labels] = dataset.getBatch(Array.from({ length: run.images }, (_, i) => i))
      const output = model.forward(input(images))
      expect(output.argmax(1).eq(labels).float().mean().item()).toBeCloseTo(run.accuracy, 2)
      const drifted = { absolute: 1e-2, relative: 1e-2, ofLargest: 0 }
      expect(tensorDifference(output.at(':4'), run.logits_of_first_4, drifted)).toBeNull()
    })
  })
})
