import { Dropout, type Layer, Linear, LogSoftmax, Sequential } from '@nn/nn'
import { kinds, type Signature, signature } from '@nn/tensor'
import { activations } from './activations'
import { type Architecture, activationNames, CLASSES, INPUTS } from './architecture'

/** What describes a network. */
export const takesArchitecture: Signature<Architecture> = signature(
  'buildModel',
  {},
  {},
  {
    hidden: kinds.required(kinds.integers),
    activation: kinds.required(kinds.oneOf(...activationNames)),
    dropout: kinds.required(kinds.number),
  },
)

/**
 * The tutorials' network: linear layers with an activation between them, ending in the logarithms of the class
 * probabilities.
 *
 * @example
 * const model = buildModel({ hidden: [128, 64], activation: 'relu', dropout: 0 })
 * model.forward(zeros([5, 784])).shape // [5, 10]
 */
export function buildModel(architecture: Architecture, ...none: []): Sequential {
  const { hidden, activation, dropout } = takesArchitecture([], [architecture, ...none])
  const layers: Layer[] = []
  let width = INPUTS
  for (const size of hidden) {
    layers.push(new Linear(width, size), activations[activation].create())
    if (dropout > 0) layers.push(new Dropout(dropout))
    width = size
  }
  return new Sequential(...layers, new Linear(width, CLASSES), new LogSoftmax({ dim: 1 }))
}
