import { expect, test } from 'vitest'
import { runFenced, wasm } from './fenced'
import { lengths, sample } from './samples'

const everyByte = Uint8Array.from({ length: 5 * 1000 }, (_, i) => (i * 167) & 255)

test.each(lengths)('gatherBytes looks up rows of %i bytes in a table, in the order of the index', (n) => {
  const bytes = everyByte.subarray(0, 5 * n)
  const table = Float32Array.from({ length: 256 }, (_, byte) => (Math.fround(byte / 255) - 0.5) / 0.5)
  const index = Float64Array.of(4, 0, 2, 2)
  const [, , , out] = runFenced([bytes, index, table, new Float32Array(4 * n)], (b, i, t, o) =>
    wasm.gatherBytes?.(b!, i!, t!, o!, 4, n),
  )
  const expected = [...index].flatMap((row) => [...bytes.subarray(row * n, row * n + n)].map((byte) => table[byte]!))
  expect([...out]).toEqual(expected)
})

test.each(lengths)('gatherRows copies rows of %i elements in the order of the index', (n) => {
  const x = sample(5 * n)
  const index = Float64Array.of(3, 3, 0, 4)
  const [, , out] = runFenced([x, index, new Float32Array(4 * n)], (at, i, o) => wasm.gatherRows?.(at!, i!, o!, 4, n))
  expect([...out]).toEqual([...index].flatMap((row) => [...x.subarray(row * n, row * n + n)]))
})

test.each(lengths)('addRows adds rows of %i elements where the index says, also several to one', (n) => {
  const index = Float64Array.of(2, 0, 2)
  const x = sample(3 * n, 1)
  const out = sample(4 * n, 2)
  const expected = out.slice()
  for (const [i, row] of index.entries()) {
    for (let j = 0; j < n; j++) expected[row * n + j]! += x[i * n + j]!
  }
  const [, , result] = runFenced([x, index, out], (at, i, o) => wasm.addRows?.(at!, i!, o!, 3, n))
  expect(result).toEqual(expected)
})
