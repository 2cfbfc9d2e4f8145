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
