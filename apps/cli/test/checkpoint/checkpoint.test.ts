import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { manualSeed, rand } from '@nn/tensor'
import { expect, test } from 'vitest'
import { loadCheckpoint, saveCheckpoint } from '../../src/checkpoint/checkpoint'
import { parseSafetensors, type Safetensors, serializeSafetensors } from '../../src/checkpoint/safetensors'
import { buildModel } from '../../src/training/build-model'
import { temporaryFolder } from '../temporary-folder'

const architecture = { hidden: [12, 7], dropout: 0.25 }
const normalization = { mean: 0.1307, std: 0.3081 }

/** A saved network, changed in what its file holds. */
function savedWith(change: (file: Safetensors) => Safetensors): string {
  const path = join(temporaryFolder(), 'model.safetensors')
  saveCheckpoint(path, { model: buildModel(architecture), architecture, normalization })
  writeFileSync(path, serializeSafetensors(change(parseSafetensors(readFileSync(path)))))
  return path
}

test('loadCheckpoint gives back the network that saveCheckpoint saved', () => {
  manualSeed(5)
  const path = join(temporaryFolder(), 'model.safetensors')
  const model = buildModel(architecture)
  saveCheckpoint(path, { model, architecture, normalization })

  const loaded = loadCheckpoint(path)
  expect(loaded.architecture).toEqual(architecture)
  expect(loaded.normalization).toEqual(normalization)
  expect(String(loaded.model)).toBe(String(model))
  const images = rand([3, 784])
  expect(loaded.model.eval().forward(images).toArray()).toEqual(model.eval().forward(images).toArray())
})

test("saveCheckpoint names tensors as PyTorch's state_dict does, and says so", () => {
  const path = savedWith((file) => file)
  const { metadata, tensors } = parseSafetensors(readFileSync(path))
  expect(metadata.format).toBe('pt')
  // Linear, ReLU, Dropout, Linear, ReLU, Dropout, Linear, LogSoftmax
  const shapes = [...tensors].map(([name, { shape }]) => [name, shape])
  expect(shapes).toEqual([
    ['0.weight', [12, 784]],
    ['0.bias', [12]],
    ['3.weight', [7, 12]],
    ['3.bias', [7]],
    ['6.weight', [10, 7]],
    ['6.bias', [10]],
  ])
})

test.each(['hidden', 'dropout', 'mean', 'std'])(
  "loadCheckpoint refuses a file that does not tell the network's '%s'",
  (name) => {
    const without = savedWith(({ metadata: { [name]: _, ...metadata }, tensors }) => ({ metadata, tensors }))
    expect(() => loadCheckpoint(without)).toThrow(`do not tell the network's '${name}'`)
    const unreadable = savedWith(({ metadata, tensors }) => ({ metadata: { ...metadata, [name]: 'many' }, tensors }))
    expect(() => loadCheckpoint(unreadable)).toThrow(`do not tell the network's '${name}'`)
  },
)

test('loadCheckpoint refuses tensors that do not fit the network', () => {
  const other = savedWith(({ metadata, tensors }) => ({ metadata: { ...metadata, hidden: '12,8' }, tensors }))
  expect(() => loadCheckpoint(other)).toThrow('3.weight is [7, 12] in the state, [8, 12] in the module')

  const fewer = savedWith(({ metadata, tensors }) => ({ metadata, tensors: new Map([...tensors].slice(1)) }))
  expect(() => loadCheckpoint(fewer)).toThrow('missing: 0.weight')
})

test('loadCheckpoint refuses other dtypes than float32', () => {
  const halves = savedWith(({ metadata, tensors }) => ({
    metadata,
    tensors: new Map([...tensors].map(([name, { shape, bytes }]) => [name, { dtype: 'I32', shape, bytes }])),
  }))
  expect(() => loadCheckpoint(halves)).toThrow("tensor '0.weight' has dtype I32, expected F32")
})

test('loadCheckpoint names the file in its errors', () => {
  expect(() => loadCheckpoint('no-such-file')).toThrow('cannot load no-such-file: ENOENT')
})
