import type { Sequential } from '@nn/nn'
import { load, save } from '@nn/safetensors'
import { showShape, type Tensor } from '@nn/tensor'
import { type ActivationName, type Architecture, activationNames, CLASSES, INPUTS } from './architecture'
import { buildModel } from './build-model'
import type { Normalization } from './normalization'

/** A trained network, and what one must know to build it again and to feed it. */
export interface Checkpoint {
  readonly model: Sequential
  readonly architecture: Architecture
  readonly normalization: Normalization
}

type Metadata = Readonly<Record<string, string>>

/**
 * The bytes of a safetensors file that holds a network. Its tensors go by PyTorch's names; its metadata describe the network.
 *
 * @example
 * const architecture = { hidden: [32], activation: 'relu', dropout: 0 } as const
 * const model = buildModel(architecture)
 * const file = serializeCheckpoint({ model, architecture, normalization: tutorialNormalization })
 * parseCheckpoint(file).architecture.hidden // [32]
 */
export function serializeCheckpoint({ model, architecture, normalization }: Checkpoint): Uint8Array<ArrayBuffer> {
  const metadata = {
    // The framework that the names and layouts of the tensors are those of.
    format: 'pt',
    dataset: 'mnist',
    hidden: architecture.hidden.join(','),
    activation: architecture.activation,
    dropout: String(architecture.dropout),
    mean: String(normalization.mean),
    std: String(normalization.std),
  }
  return save(model.stateDict(), { metadata })
}

/**
 * Builds the network that a file describes and gives it the parameters that the file holds.
 *
 * @throws Error when the file is damaged, or not one that `serializeCheckpoint` wrote.
 * @example
 * const architecture = { hidden: [32], activation: 'relu', dropout: 0 } as const
 * const normalization = tutorialNormalization
 * const file = serializeCheckpoint({ model: buildModel(architecture), architecture, normalization })
 * parseCheckpoint(file).model.forward(zeros([1, 784])).shape // [1, 10]
 */
export function parseCheckpoint(file: Uint8Array): Checkpoint {
  const { metadata, tensors } = load(file)
  for (const [name, { dtype }] of Object.entries(tensors)) {
    if (dtype !== 'float32') throw new Error(`tensor '${name}' has dtype ${dtype}, expected float32`)
  }
  const architecture = architectureIn(metadata)
  checkShapes(architecture, tensors)
  const normalization = { mean: numberIn(metadata, 'mean'), std: numberIn(metadata, 'std') }
  const model = buildModel(architecture)
  model.loadStateDict(tensors)
  return { model, architecture, normalization }
}

/** Before anything is built: metadata of a few bytes may tell of a network that no memory holds. */
function checkShapes({ hidden, dropout }: Architecture, tensors: Readonly<Record<string, Tensor>>): void {
  let width = INPUTS
  for (const [i, size] of [...hidden, CLASSES].entries()) {
    const name = `${i * (dropout > 0 ? 3 : 2)}.weight`
    const found = Object.hasOwn(tensors, name) ? showShape((tensors[name] as Tensor).shape) : 'missing'
    const expected = showShape([size, width])
    if (found !== expected) {
      throw new Error(`its metadata tell of a network whose ${name} is ${expected}; in the file it is ${found}`)
    }
    width = size
  }
}

function architectureIn(metadata: Metadata): Architecture {
  const hidden = textIn(metadata, 'hidden')
  const sizes = hidden === '' ? [] : hidden.split(',').map(Number)
  if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0)) throw unreadable('hidden')
  const activation = textIn(metadata, 'activation')
  if (!isActivation(activation)) throw unreadable('activation')
  return { hidden: sizes, activation, dropout: numberIn(metadata, 'dropout') }
}

function isActivation(name: string): name is ActivationName {
  return (activationNames as readonly string[]).includes(name)
}

function numberIn(metadata: Metadata, name: string): number {
  const text = textIn(metadata, name)
  if (text.trim() === '' || !Number.isFinite(Number(text))) throw unreadable(name)
  return Number(text)
}

function textIn(metadata: Metadata, name: string): string {
  const text = metadata[name]
  if (text === undefined) throw unreadable(name)
  return text
}

function unreadable(name: string): Error {
  return new Error(`its metadata do not tell the network's '${name}', as nn train --save writes it`)
}
