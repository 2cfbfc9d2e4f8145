import { ones, type Tensor, tensor } from '@nn/tensor'
import { expect, test } from 'vitest'
import { parseSafetensors } from '../src/format/parse-safetensors'
import { load } from '../src/load'
import { save } from '../src/save'

const samples: [string, Tensor][] = [
  [
    'F32',
    tensor([
      [1.5, -0],
      [Number.NaN, Infinity],
    ]),
  ],
  ['F64', tensor([0.1, -1e300], { dtype: 'float64' })],
  ['I64', tensor([-(2 ** 53) + 1, 2 ** 53 - 1], { dtype: 'int64' })],
  ['I32', tensor([-(2 ** 31), 2 ** 31 - 1], { dtype: 'int32' })],
  ['U8', tensor([0, 255], { dtype: 'uint8' })],
  ['BOOL', tensor([true, false])],
]

test.each(samples)('load gives back the %s tensor that save saved', (code, x) => {
  const file = save({ x })
  expect(parseSafetensors(file).tensors.get('x')?.dtype).toBe(code)
  const loaded = load(file).tensors.x as Tensor
  expect(loaded.dtype).toBe(x.dtype)
  expect(loaded.shape).toEqual(x.shape)
  expect([...loaded.toTypedArray()]).toEqual([...x.toTypedArray()])
})

test('save keeps scalars, tensors without elements, and the metadata', () => {
  const { tensors, metadata } = load(save({ a: tensor(7), b: ones([0, 3]) }, { metadata: { format: 'pt' } }))
  expect(metadata).toEqual({ format: 'pt' })
  expect(tensors.a?.shape).toEqual([])
  expect(tensors.a?.item()).toBe(7)
  expect(tensors.b?.shape).toEqual([0, 3])
})

test('save writes the elements of a view in the order of its indices', () => {
  const transposed = tensor([
    [1, 2],
    [3, 4],
  ]).t()
  expect(load(save({ transposed })).tensors.transposed?.toArray()).toEqual([
    [1, 3],
    [2, 4],
  ])
})

test('save refuses what is no object of tensors, and says what to write', () => {
  const loose = save as (...args: unknown[]) => unknown
  class Layer {
    stateDict(): object {
      return {}
    }
  }
  expect(() => loose(new Layer())).toThrow(
    new TypeError('save: tensors must be an object of tensors, got a Layer; write save(module.stateDict())'),
  )
  expect(() => loose(new Map([['a', ones(1)]]))).toThrow('write save(Object.fromEntries(map))')
  expect(() => loose()).toThrow(
    new TypeError('save: tensors must be an object of tensors, got undefined; write save({ weight })'),
  )
  expect(() => loose([ones(1)])).toThrow('save: tensors must be an object of tensors, got [a float32 tensor [1]]')
  expect(() => loose({ state: { 0: { step: 1 } }, paramGroups: [] })).toThrow(
    "save: 'state' must be a tensor, got { 0: { step: 1 } }; a file holds tensors by name and nothing nested, so that the state of an optimizer cannot be stored in one yet",
  )
  expect(() => loose({ a: ones(1) }, { metadata: { step: 5 } })).toThrow('save: metadata must be an object of texts')
  expect(() => loose({ a: ones(1) }, { meta: {} })).toThrow("save: there is no option 'meta'")
})
