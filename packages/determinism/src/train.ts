import { useWasm } from '@nn/backend-wasm'
import { Conv2d, Dropout, Flatten, Linear, LogSoftmax, MaxPool2d, NLLLoss, ReLU, Sequential, Unflatten } from '@nn/nn'
import { Adam, SGD } from '@nn/optim'
import { manualSeed, randint, randn } from '@nn/tensor'

const STEPS = 50
const BATCH = 64

export const recipeNames = ['SGD', 'dropout and Adam', 'convolutions'] as const

export type RecipeName = (typeof recipeNames)[number]

/** Something to train, and what trains it. */
interface Recipe {
  model(): Sequential
  optimizer(model: Sequential): SGD | Adam
}

const recipes: Readonly<Record<RecipeName, Recipe>> = {
  SGD: {
    model: () =>
      new Sequential(
        new Linear(784, 128),
        new ReLU(),
        new Linear(128, 64),
        new ReLU(),
        new Linear(64, 10),
        new LogSoftmax({ dim: 1 }),
      ),
    optimizer: (model) => new SGD(model.parameters(), { lr: 0.05 }),
  },
  'dropout and Adam': {
    model: () =>
      new Sequential(
        new Linear(784, 128),
        new ReLU(),
        new Dropout(0.2),
        new Linear(128, 64),
        new ReLU(),
        new Linear(64, 10),
        new LogSoftmax({ dim: 1 }),
      ),
    optimizer: (model) => new Adam(model.parameters(), { lr: 0.001 }),
  },
  convolutions: {
    model: () =>
      new Sequential(
        new Unflatten(1, [1, 28, 28]),
        new Conv2d(1, 8, 3, { padding: 1 }),
        new ReLU(),
        new MaxPool2d(2),
        new Conv2d(8, 16, 3, { padding: 1 }),
        new ReLU(),
        new MaxPool2d(2),
        new Flatten(),
        new Linear(784, 10),
        new LogSoftmax({ dim: 1 }),
      ),
    optimizer: (model) => new SGD(model.parameters(), { lr: 0.05, momentum: 0.9 }),
  },
}

/** Trains on the WebAssembly kernels for 50 steps, from seed 0, and returns the SHA-256 of the weights' bytes. */
export async function train(recipe: RecipeName, threads: number): Promise<string> {
  await useWasm({ threads })
  manualSeed(0)
  const images = randn([STEPS * BATCH, 784])
  const labels = randint(0, 10, [STEPS * BATCH])
  const model = recipes[recipe].model()
  const optimizer = recipes[recipe].optimizer(model)
  const criterion = new NLLLoss()
  for (let step = 0; step < STEPS; step++) {
    optimizer.zeroGrad()
    const output = model.forward(images.narrow(0, step * BATCH, BATCH))
    const loss = criterion.forward(output, labels.narrow(0, step * BATCH, BATCH))
    loss.backward()
    optimizer.step()
  }
  return hashOf(model)
}

async function hashOf(model: Sequential): Promise<string> {
  const weights = [...model.parameters()].flatMap((parameter) => Array.from(parameter.toTypedArray(), Number))
  const digest = await crypto.subtle.digest('SHA-256', Float32Array.from(weights))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
