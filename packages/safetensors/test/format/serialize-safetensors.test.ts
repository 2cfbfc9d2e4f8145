import { expect, test } from 'vitest'
import { serializeSafetensors } from '../../src/format/serialize-safetensors'

test('serializeSafetensors refuses what cannot be read again', () => {
  const loose = serializeSafetensors as (file: { metadata: object; tensors: ReadonlyMap<string, object> }) => unknown
  const byte = { dtype: 'U8', shape: [1], bytes: new Uint8Array(1) }
  expect(() => loose({ metadata: { epochs: 5 }, tensors: new Map() })).toThrow(
    "metadata 'epochs' must be a text, got 5",
  )
  expect(() => loose({ metadata: {}, tensors: new Map([['__metadata__', byte]]) })).toThrow(
    'cannot be called __metadata__',
  )
})

test('serializeSafetensors starts with the length of a JSON header padded to a multiple of 8', () => {
  const tensors = new Map([
    ['0.weight', { dtype: 'F32', shape: [1, 2], bytes: new Uint8Array([0, 0, 128, 63, 0, 0, 0, 64]) }],
    ['steps', { dtype: 'U8', shape: [], bytes: new Uint8Array([7]) }],
    ['nothing', { dtype: 'I64', shape: [0, 3], bytes: new Uint8Array(0) }],
  ])
  const file = Buffer.from(serializeSafetensors({ metadata: { format: 'pt' }, tensors }))
  const headerLength = Number(file.readBigUInt64LE())
  expect(headerLength % 8).toBe(0)
  expect(JSON.parse(file.toString('utf8', 8, 8 + headerLength))).toEqual({
    __metadata__: { format: 'pt' },
    '0.weight': { dtype: 'F32', shape: [1, 2], data_offsets: [0, 8] },
    steps: { dtype: 'U8', shape: [], data_offsets: [8, 9] },
    nothing: { dtype: 'I64', shape: [0, 3], data_offsets: [9, 9] },
  })
  expect(file.length).toBe(8 + headerLength + 9)
})
