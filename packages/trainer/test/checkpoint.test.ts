import { load, parseSafetensors, type Safetensors, serializeSafetensors } from '@nn/safetensors'
import { manualSeed, rand } from '@nn/tensor'
import { expect, test } from 'vitest'
import { type Architecture, activationNames } from '../src/architecture'
import { buildModel } from '../src/build-model'
import { parseCheckpoint, serializeCheckpoint } from '../src/checkpoint'

const architecture: Architecture = { hidden: [12, 7], activation: 'relu', dropout: 0.25 }
const normalization = { mean: 0.1307, std: 0.3081 }

/** A saved network, changed in what its file holds. */
function savedWith(change: (file: Safetensors) => Safetensors): Uint8Array {
  const file = serializeCheckpoint({ model: buildModel(architecture), architecture, normalization })
  return serializeSafetensors(change(parseSafetensors(file)))
}

const architectures = activationNames.map((activation): Architecture => ({ ...architecture, activation }))

test.each([...architectures, { ...architecture, hidden: [] }])(
  'parseCheckpoint gives back the network that serializeCheckpoint saved, $hidden $activation',
  (architecture) => {
    manualSeed(5)
    const model = buildModel(architecture)
    const loaded = parseCheckpoint(serializeCheckpoint({ model, architecture, normalization }))
    expect(loaded.architecture).toEqual(architecture)
    expect(loaded.normalization).toEqual(normalization)
    expect(String(loaded.model)).toBe(String(model))
    const images = rand([3, 784])
    expect(loaded.model.eval().forward(images).toArray()).toEqual(model.eval().forward(images).toArray())
  },
)

test("serializeCheckpoint names tensors as PyTorch's state_dict does, and says so", () => {
  const { metadata, tensors } = load(savedWith((file) => file))
  expect(metadata.format).toBe('pt')
  // Linear, ReLU, Dropout, Linear, ReLU, Dropout, Linear, LogSoftmax
  const shapes = Object.entries(tensors).map(([name, { shape }]) => [name, shape])
  expect(shapes).toEqual([
    ['0.weight', [12, 784]],
    ['0.bias', [12]],
    ['3.weight', [7, 12]],
    ['3.bias', [7]],
    ['6.weight', [10, 7]],
    ['6.bias', [10]],
  ])
})

test.each(['hidden', 'activation', 'dropout', 'mean', 'std'])(
  "parseCheckpoint refuses a file that does not tell the network's '%s'",
  (name) => {
    const without = savedWith(({ metadata: { [name]: _, ...metadata }, tensors }) => ({ metadata, tensors }))
    expect(() => parseCheckpoint(without)).toThrow(`do not tell the network's '${name}'`)
    const unreadable = savedWith(({ metadata, tensors }) => ({ metadata: { ...metadata, [name]: 'many' }, tensors }))
    expect(() => parseCheckpoint(unreadable)).toThrow(`do not tell the network's '${name}'`)
  },
)

test('parseCheckpoint refuses tensors that do not fit the network', () => {
  const other = savedWith(({ metadata, tensors }) => ({ metadata: { ...metadata, hidden: '12,8' }, tensors }))
  expect(() => parseCheckpoint(other)).toThrow('whose 3.weight is [8, 12]; in the file it is [7, 12]')

  const fewer = savedWith(({ metadata, tensors }) => ({ metadata, tensors: new Map([...tensors].slice(1)) }))
  expect(() => parseCheckpoint(fewer)).toThrow('whose 0.weight is [12, 784]; in the file it is missing')
})

test('parseCheckpoint builds nothing that the file does not hold', () => {
  const claiming = savedWith(({ metadata }) => ({
    metadata: { ...metadata, hidden: '1000000000' },
    tensors: new Map(),
  }))
  expect(claiming.length).toBeLessThan(300)
  expect(() => parseCheckpoint(claiming)).toThrow('whose 0.weight is [1000000000, 784]; in the file it is missing')
})

test('parseCheckpoint refuses other dtypes than float32', () => {
  const integers = savedWith(({ metadata, tensors }) => ({
    metadata,
    tensors: new Map([...tensors].map(([name, { shape, bytes }]) => [name, { dtype: 'I32', shape, bytes }])),
  }))
  expect(() => parseCheckpoint(integers)).toThrow("tensor '0.weight' has dtype int32, expected float32")
})
