import { Conv2d, Dropout, Flatten, type Layer, Linear, LogSoftmax, MaxPool2d, ReLU, Sequential } from '@nn/nn'

/** The network 784-128-64-10 of the tutorials; with a last layer for `NLLLoss`. */
export function mlp(withLogSoftmax: boolean): Sequential {
  const layers: Layer[] = [new Linear(784, 128), new ReLU(), new Linear(128, 64), new ReLU(), new Linear(64, 10)]
  return new Sequential(...layers, ...(withLogSoftmax ? [new LogSoftmax({ dim: 1 })] : []))
}

export function mlpWithDropout(): Sequential {
  return new Sequential(new Linear(784, 128), new ReLU(), new Dropout(0.2), new Linear(128, 10))
}

/** It takes images, [N, 1, 28, 28]; the others take rows of pixels. */
export function cnn(): Sequential {
  return new Sequential(
    new Conv2d(1, 8, 3, { padding: 1 }),
    new ReLU(),
    new MaxPool2d(2),
    new Conv2d(8, 16, 3, { padding: 1 }),
    new ReLU(),
    new MaxPool2d(2),
    new Flatten(),
    new Linear(784, 10),
  )
}
