import { parseSafetensors } from '@nn/safetensors'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs, TIMEOUT } from './runs'

const sizes = { U8: 1, I16: 2, F32: 4, F64: 8 } as const

/** A file as the format's description spells it: the header's length in 8 bytes, the header, the elements. */
function fileOf(header: string, data: number): Uint8Array {
  const text = new TextEncoder().encode(header)
  const file = new Uint8Array(8 + text.length + data)
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true)
  file.set(text, 8)
  for (let i = 0; i < data; i++) file[8 + text.length + i] = (37 * i) % 256
  return file
}

const whole = fc
  .array(
    fc.record({
      name: fc.constantFrom('a', 'b', '0.weight', '__proto__', 'naïve', '"', '{"x":1.0}'),
      dtype: fc.constantFrom(...(Object.keys(sizes) as (keyof typeof sizes)[])),
      shape: fc.array(fc.nat(3), { maxLength: 3 }),
    }),
    { maxLength: 4 },
  )
  .map((tensors) => {
    let end = 0
    const entries = tensors.map(({ name, dtype, shape }) => {
      const begin = end
      end += shape.reduce((product, n) => product * n, sizes[dtype])
      return `${JSON.stringify(name)}:${JSON.stringify({ dtype, shape, data_offsets: [begin, end] })}`
    })
    return fileOf(`{${entries.join(',')}}`, end)
  })

/** With some bytes changed to ones that headers are made of, cut short or with more behind. */
const damaged = fc
  .tuple(
    whole,
    fc.array(fc.tuple(fc.nat(200), fc.constantFrom(...'0123456789-.e{}[],:" aU8')), { maxLength: 2 }),
    fc.integer({ min: -2, max: 2 }),
  )
  .map(([file, changes, longer]) => {
    const bytes = new Uint8Array(Math.max(0, file.length + longer))
    bytes.set(file.subarray(0, bytes.length))
    for (const [at, text] of changes) if (at < bytes.length) bytes[at] = text.charCodeAt(0)
    return bytes
  })

/** What a reader that knows nothing but JSON finds: name, dtype, shape and bytes of each tensor; null for what is none. */
function model(file: Uint8Array): [string, string, number[], number[]][] | null {
  if (file.length < 8) return null
  const length = Number(new DataView(file.buffer).getBigUint64(0, true))
  if (8 + length > file.length) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.subarray(8, 8 + length))
    const data = file.subarray(8 + length)
    const found = Object.entries(
      JSON.parse(text) as Record<string, { dtype: keyof typeof sizes; shape: number[]; data_offsets: number[] }>,
    )
    return found
      .filter(([name]) => name !== '__metadata__')
      .map(
        ([
          name,
          {
            dtype,
            shape,
            data_offsets: [begin = -1, end = -1],
          },
        ]) => [name, dtype, shape, [...data.subarray(begin, end)]],
      )
  } catch {
    return null
  }
}

test('parseSafetensors finds what JSON says, or refuses the file', { timeout: TIMEOUT }, () => {
  let read = 0
  fc.assert(
    fc.property(fc.oneof(whole, damaged), (file) => {
      let tensors: ReturnType<typeof parseSafetensors>['tensors']
      try {
        tensors = parseSafetensors(file).tensors
      } catch (error) {
        expect((error as Error).constructor).toBe(Error)
        return
      }
      read++
      const found = [...tensors].map(([name, { dtype, shape, bytes }]) => [name, dtype, shape, [...bytes]])
      expect(found).toEqual(model(file))
      // Every byte of the elements belongs to one tensor.
      const length = Number(new DataView(file.buffer).getBigUint64(0, true))
      expect(found.reduce((sum, [, , , bytes]) => sum + (bytes as number[]).length, 8 + length)).toBe(file.length)
    }),
    runs(5000),
  )
  expect(read).toBeGreaterThan(runs(5000).numRuns / 10)
})
