import { DatasetError, parseIdx } from '@nn/data'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs, TIMEOUT } from './runs'

/** Bytes of an element by its type's code, and how it reads, as the format's description has them. */
const readers: Record<number, [bytes: number, read: (view: DataView, at: number) => number]> = {
  8: [1, (view, at) => view.getUint8(at)],
  9: [1, (view, at) => view.getInt8(at)],
  11: [2, (view, at) => view.getInt16(at)],
  12: [4, (view, at) => view.getInt32(at)],
  13: [4, (view, at) => view.getFloat32(at)],
  14: [8, (view, at) => view.getFloat64(at)],
}

/** What an IDX file holds; null for what is none. */
function model(bytes: Uint8Array): { shape: number[]; data: number[] } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length < 4 || view.getUint16(0) !== 0) return null
  const [size, read] = readers[bytes[2] as number] ?? []
  const dims = bytes[3] as number
  const start = 4 + 4 * dims
  if (size === undefined || read === undefined || bytes.length < start) return null
  const shape = Array.from({ length: dims }, (_, d) => view.getUint32(4 + 4 * d))
  const count = shape.reduce((product, n) => product * BigInt(n), 1n)
  if (BigInt(start) + count * BigInt(size) !== BigInt(bytes.length)) return null
  return { shape, data: Array.from({ length: Number(count) }, (_, i) => read(view, start + i * size)) }
}

const whole = fc
  .record({
    code: fc.constantFrom(8, 9, 11, 12, 13, 14),
    shape: fc.array(fc.nat(4), { maxLength: 3 }),
    byte: fc.nat(255),
  })
  .map(({ code, shape, byte }) => {
    const count = shape.reduce((product, n) => product * n, 1)
    const header = [0, 0, code, shape.length, ...shape.flatMap((n) => [0, 0, 0, n])]
    const elements = count * (readers[code] as [number, unknown])[0]
    return Uint8Array.from([...header, ...Array.from({ length: elements }, (_, i) => (byte + 37 * i) % 256)])
  })

/** A file with some bytes changed, cut short or with more behind it. */
const damaged = fc
  .tuple(whole, fc.array(fc.tuple(fc.nat(30), fc.nat(255)), { maxLength: 3 }), fc.integer({ min: -9, max: 3 }))
  .map(([file, changes, longer]) => {
    const bytes = new Uint8Array(Math.max(0, file.length + longer))
    bytes.set(file.subarray(0, bytes.length))
    for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
    return bytes
  })

test('parseIdx reads what an IDX file holds, and refuses all else', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(fc.oneof(whole, damaged), (bytes) => {
      const expected = model(bytes)
      if (expected === null) {
        expect(() => parseIdx(bytes)).toThrow(DatasetError)
        return
      }
      const { shape, data } = parseIdx(bytes)
      expect({ shape, data: [...data] }).toEqual(expected)
    }),
    runs(5000),
  )
})
