import { expect, test } from 'vitest'
import { parseSafetensors } from '../../src/format/parse-safetensors'
import { serializeSafetensors } from '../../src/format/serialize-safetensors'
import type { StoredTensor } from '../../src/format/stored-tensor'

/** A file as the format's description spells it: length of the header, header, data. */
function fileOf(header: unknown, data: readonly number[] = []): Uint8Array {
  const text = typeof header === 'string' ? header : JSON.stringify(header)
  const file = Buffer.alloc(8 + text.length + data.length)
  file.writeBigUInt64LE(BigInt(text.length))
  file.write(text, 8, 'latin1')
  file.set(data, 8 + text.length)
  return new Uint8Array(file)
}

function entry(shape: readonly number[], begin: number, end: number): object {
  return { dtype: 'U8', shape, data_offsets: [begin, end] }
}

const U8 = '{"dtype":"U8","shape":[1],"data_offsets":[0,1]}'

const tensors = new Map<string, StoredTensor>([
  ['0.weight', { dtype: 'F32', shape: [1, 2], bytes: new Uint8Array([0, 0, 128, 63, 0, 0, 0, 64]) }],
  ['steps', { dtype: 'U8', shape: [], bytes: new Uint8Array([7]) }],
  ['nothing', { dtype: 'I64', shape: [0, 3], bytes: new Uint8Array(0) }],
])

test('parseSafetensors reads what serializeSafetensors wrote', () => {
  const metadata = { format: 'pt', note: 'naïve' }
  const read = parseSafetensors(serializeSafetensors({ metadata, tensors }))
  expect(read.metadata).toEqual(metadata)
  expect([...read.tensors]).toEqual([...tensors])
})

test("parseSafetensors reads what Python's safetensors 0.8 wrote", () => {
  // save({'weight': torch.tensor([[1, 2.5]]), 'steps': torch.tensor(7, dtype=torch.uint8)}, metadata={'format': 'pt'})
  const file = Buffer.from(
    'mAAAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJmb3JtYXQiOiJwdCJ9LCJ3ZWlnaHQiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzEsMl0sImRhdGFfb2Zm' +
      'c2V0cyI6WzAsOF19LCJzdGVwcyI6eyJkdHlwZSI6IlU4Iiwic2hhcGUiOltdLCJkYXRhX29mZnNldHMiOls4LDldfX0gICAgIAAAgD8AACBABw==',
    'base64',
  )
  const { metadata, tensors } = parseSafetensors(file)
  expect(metadata).toEqual({ format: 'pt' })
  expect(tensors.get('weight')).toMatchObject({ dtype: 'F32', shape: [1, 2] })
  expect([...(tensors.get('weight')?.bytes ?? [])]).toEqual([0, 0, 0x80, 0x3f, 0, 0, 0x20, 0x40])
  expect(tensors.get('steps')).toMatchObject({ dtype: 'U8', shape: [] })
  expect([...(tensors.get('steps')?.bytes ?? [])]).toEqual([7])
})

test('parseSafetensors takes tensors in any order, and a file without metadata', () => {
  const { metadata, tensors } = parseSafetensors(fileOf({ b: entry([2], 1, 3), a: entry([1], 0, 1) }, [5, 6, 7]))
  expect(metadata).toEqual({})
  expect(tensors.get('a')?.bytes).toEqual(new Uint8Array([5]))
  expect(tensors.get('b')?.bytes).toEqual(new Uint8Array([6, 7]))
})

test('parseSafetensors takes any text for a name, and fields that it does not know', () => {
  const header = `{"__metadata__":{"__proto__":"x","1.0":"-0"},"__proto__":${U8.replace('}', ',"scale":1.5}')},"{\\"a\\":1.0}":${U8.replace('[0,1]', '[1,2]')}}`
  const { metadata, tensors } = parseSafetensors(fileOf(header, [5, 6]))
  expect(Object.entries(metadata)).toEqual([
    ['__proto__', 'x'],
    ['1.0', '-0'],
  ])
  expect([...tensors].map(([name, { bytes }]) => [name, ...bytes])).toEqual([
    ['__proto__', 5],
    ['{"a":1.0}', 6],
  ])
  expect([...parseSafetensors(serializeSafetensors({ metadata, tensors })).tensors.keys()]).toEqual([...tensors.keys()])
})

test('parseSafetensors refuses every prefix of a file', () => {
  const file = serializeSafetensors({ metadata: {}, tensors })
  for (let length = 0; length < file.length; length++) {
    expect(() => parseSafetensors(file.subarray(0, length))).toThrow(/too few|cut short/)
  }
})

test.each([
  ['a header longer than any', new Uint8Array(100).fill(0xff), 'no safetensors file'],
  ['a header that is no JSON', fileOf('{"a":'), 'not valid JSON'],
  ['a header that is no UTF-8', fileOf('{"\u00e9'), 'not valid JSON'],
  ['a header that is no object', fileOf([1]), 'not a JSON object'],
  ['an empty header', fileOf(''), 'not a JSON object'],
  ['a header after a space', fileOf(' {}'), "begins with '{'"],
  ['a header after a new line', fileOf('\n{}'), "begins with '{'"],
  ['a header after a byte order mark', fileOf('\u00ef\u00bb\u00bf{}'), "begins with '{'"],
  ['two tensors of one name', fileOf(`{"a":${U8},"a":${U8}}`, [1]), 'names something twice'],
  ['two shapes of a tensor', fileOf(`{"a":{"shape":[2],${U8.slice(1)}}`, [1]), 'names something twice'],
  ['two metadata of one name', fileOf('{"__metadata__":{"a":"b","\\u0061":"c"}}'), 'names something twice'],
  ...['1.0', '1e0', '10e-1', '0.1e1'].map((size): [string, Uint8Array, string] => [
    `the size ${size}`,
    fileOf(`{"a":${U8.replace('[1]', `[${size}]`)}}`, [1]),
    `the number ${size}`,
  ]),
  ['the offset -0', fileOf(`{"a":${U8.replace('[0,', '[-0,')}}`, [1]), 'the number -0'],
  ['metadata other than strings', fileOf({ __metadata__: { epochs: 5 } }), '__metadata__ must map names to strings'],
  ['an entry that is no object', fileOf({ a: 1 }), "tensor 'a': its entry is not an object"],
  ['an unknown dtype', fileOf({ a: { dtype: 'C7', shape: [], data_offsets: [0, 1] } }, [1]), 'unknown dtype "C7"'],
  ['a missing dtype', fileOf({ a: { shape: [], data_offsets: [0, 1] } }, [1]), 'unknown dtype undefined'],
  ['a negative size', fileOf({ a: entry([-1], 0, 1) }, [1]), 'bad shape [-1]'],
  [
    'offsets that are no pair',
    fileOf({ a: { dtype: 'U8', shape: [], data_offsets: [0] } }, [1]),
    'bad data_offsets [0]',
  ],
  ['a shape that does not fit its bytes', fileOf({ a: entry([2, 3], 0, 5) }, [1, 2, 3, 4, 5]), 'takes 6 bytes, not 5'],
  [
    'a gap',
    fileOf({ a: entry([1], 0, 1), b: entry([1], 2, 3) }, [1, 2, 3]),
    "'b' starts at byte 2 of the data, expected 1",
  ],
  ['an overlap', fileOf({ a: entry([2], 0, 2), b: entry([2], 1, 3) }, [1, 2, 3]), "'b' starts at byte 1 of the data"],
  [
    'data that belongs to no tensor',
    fileOf({ a: entry([1], 0, 1) }, [1, 2, 3]),
    '2 bytes at the end belong to no tensor',
  ],
])('parseSafetensors refuses %s', (_, file, message) => {
  expect(() => parseSafetensors(file)).toThrow(message)
})
