import { Dropout, type Layer, Linear, LogSoftmax, ReLU, Sequential } from '@nn/nn'

/** What tells one of our networks from another. */
export interface Architecture {
  /** Sizes of the hidden layers. */
  readonly hidden: readonly number[]
  /** Probability of a hidden unit to be left out of a training step. */
  readonly dropout: number
}

const INPUTS = 28 * 28
const CLASSES = 10

/** The tutorials' network: linear layers with ReLU between them, ending in the logarithms of the class probabilities. */
export function buildModel({ hidden, dropout }: Architecture): Sequential {
  const layers: Layer[] = []
  let width = INPUTS
  for (const size of hidden) {
    layers.push(new Linear(width, size), new ReLU())
    if (dropout > 0) layers.push(new Dropout(dropout))
    width = size
  }
  return new Sequential(...layers, new Linear(width, CLASSES), new LogSoftmax({ dim: 1 }))
}

/** A network in a few words: `784-128-64-10, ReLU, LogSoftmax`. */
export function describeArchitecture({ hidden, dropout }: Architecture): string {
  const layers = `${[INPUTS, ...hidden, CLASSES].join('-')}, ReLU, LogSoftmax`
  return dropout > 0 ? `${layers}, dropout ${dropout}` : layers
}
