import { readFileSync } from 'node:fs'
import type { Sequential, StateDict } from '@nn/nn'
import { type Tensor, tensor } from '@nn/tensor'
import { type Architecture, buildModel } from '../training/build-model'
import type { Normalization } from '../training/load-mnist'
import { parseSafetensors, type StoredTensor, serializeSafetensors } from './safetensors'
import { writeWholeFile } from './write-whole-file'

/** A trained network, and what one must know to build it again and to feed it. */
export interface Checkpoint {
  readonly model: Sequential
  readonly architecture: Architecture
  readonly normalization: Normalization
}

/**
 * Saves a network as a safetensors file, whole or not at all. Its tensors go by PyTorch's names; its metadata describe the
 * network.
 */
export function saveCheckpoint(path: string, { model, architecture, normalization }: Checkpoint): void {
  const tensors = new Map(Object.entries(model.stateDict()).map(([name, x]) => [name, encode(x)]))
  const metadata = {
    // The framework that the names and layouts of the tensors are those of.
    format: 'pt',
    dataset: 'mnist',
    hidden: architecture.hidden.join(','),
    dropout: String(architecture.dropout),
    mean: String(normalization.mean),
    std: String(normalization.std),
  }
  writeWholeFile(path, serializeSafetensors({ metadata, tensors }))
}

/**
 * Builds the network that a file describes and gives it the parameters that the file holds.
 *
 * @throws Error when the file is missing, damaged, or not one that `saveCheckpoint` wrote.
 */
export function loadCheckpoint(path: string): Checkpoint {
  try {
    const { metadata, tensors } = parseSafetensors(readFileSync(path))
    const [dropout = 0] = numbersIn(metadata, 'dropout')
    const [mean = 0] = numbersIn(metadata, 'mean')
    const [std = 1] = numbersIn(metadata, 'std')
    const architecture = { hidden: numbersIn(metadata, 'hidden'), dropout }
    const model = buildModel(architecture)
    model.loadStateDict(decodeAll(tensors))
    return { model, architecture, normalization: { mean, std } }
  } catch (error) {
    throw new Error(`cannot load ${path}: ${(error as Error).message}`, { cause: error })
  }
}

function numbersIn(metadata: Readonly<Record<string, string>>, name: string): number[] {
  const numbers = metadata[name]?.split(',').map(Number)
  if (numbers === undefined || !numbers.every(Number.isFinite)) {
    throw new Error(`its metadata do not tell the network's '${name}', as nn train --save writes it`)
  }
  return numbers
}

function encode(x: Tensor): StoredTensor {
  const values = x.toTypedArray()
  const bytes = new DataView(new ArrayBuffer(values.length * 4))
  for (const [i, value] of values.entries()) bytes.setFloat32(i * 4, value, true)
  return { dtype: 'F32', shape: x.shape, bytes: new Uint8Array(bytes.buffer) }
}

function decodeAll(tensors: ReadonlyMap<string, StoredTensor>): StateDict {
  return Object.fromEntries([...tensors].map(([name, stored]) => [name, decode(name, stored)]))
}

function decode(name: string, { dtype, shape, bytes }: StoredTensor): Tensor {
  if (dtype !== 'F32') throw new Error(`tensor '${name}' has dtype ${dtype}, expected F32`)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const values = Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(i * 4, true))
  return tensor(values).view(shape)
}
