import { Conv2d, Flatten, Linear, LogSoftmax, MaxPool2d, ReLU, Sequential } from '@nn/nn'
import { Adam, SGD } from '@nn/optim'
import { tutorial } from '../workload/tutorial'

export type NetworkName = 'mlp' | 'cnn'

export type OptimizerName = 'sgd' | 'adam'

/** The tutorials' network. */
function mlp(): Sequential {
  const [first, second] = tutorial.hidden
  return new Sequential(
    new Linear(tutorial.pixels, first),
    new ReLU(),
    new Linear(first, second),
    new ReLU(),
    new Linear(second, tutorial.classes),
    new LogSoftmax({ dim: 1 }),
  )
}

/** A small convolutional network for images [batch, 1, 28, 28]. */
function cnn(): Sequential {
  return new Sequential(
    new Conv2d(1, 8, 3, { padding: 1 }),
    new ReLU(),
    new MaxPool2d(2),
    new Conv2d(8, 16, 3, { padding: 1 }),
    new ReLU(),
    new MaxPool2d(2),
    new Flatten(),
    new Linear(784, tutorial.classes),
    new LogSoftmax({ dim: 1 }),
  )
}

export const networks: Readonly<Record<NetworkName, () => Sequential>> = { mlp, cnn }

export const optimizers: Readonly<Record<OptimizerName, (model: Sequential) => SGD | Adam>> = {
  sgd: (model) => new SGD(model.parameters(), { lr: tutorial.lr }),
  adam: (model) => new Adam(model.parameters(), { lr: 0.001 }),
}
