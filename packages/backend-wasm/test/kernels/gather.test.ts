import { expect, test } from 'vitest'
import { runFenced, wasm } from './fenced'
import { lengths, sample } from './samples'

const ROWS = 3
const SIZE = 11

/** Indices of rows of 11, with repetitions. */
const indices = (n: number): Float64Array => Float64Array.from({ length: ROWS * n }, (_, i) => (i * i + 3) % SIZE)

/** The flag that kernels set where an index is out of range. */
const flag = (): Uint8Array => new Uint8Array(4)

test.each(lengths)('gatherAlong picks %i elements of each row', (n) => {
  const x = sample(ROWS * SIZE)
  const index = indices(n)
  const [, , out, isOutside] = runFenced([x, index, new Float32Array(ROWS * n), flag()], (at, i, o, f) =>
    wasm.gatherAlong?.(at!, ROWS, SIZE, i!, o!, n, f!),
  )
  expect([...out]).toEqual([...index].map((place, i) => x[Math.floor(i / n) * SIZE + place]))
  expect(isOutside[0]).toBe(0)
})

test.each(lengths)('scatterAddAlong adds %i elements to each row, in order', (n) => {
  const src = sample(ROWS * n)
  const index = indices(n)
  const before = sample(ROWS * SIZE, 2)
  const [, , out, isOutside] = runFenced([src, index, before, flag()], (at, i, o, f) =>
    wasm.scatterAddAlong?.(at!, ROWS, n, i!, o!, SIZE, f!),
  )
  const expected = Float32Array.from(before)
  for (const [i, place] of index.entries()) expected[Math.floor(i / n) * SIZE + place]! += src[i]!
  expect(out).toEqual(expected)
  expect(isOutside[0]).toBe(0)
})

test.each([-1, SIZE, 2 ** 40, NaN])('an index of %d is reported, and nothing is read or written there', (place) => {
  const index = Float64Array.of(0, place, SIZE - 1)
  const [, , picked, isOutside] = runFenced([sample(SIZE), index, new Float32Array(3), flag()], (at, i, o, f) =>
    wasm.gatherAlong?.(at!, 1, SIZE, i!, o!, 3, f!),
  )
  expect([picked[1], isOutside[0]]).toEqual([0, 1])
  const [, , put, isOutsideToo] = runFenced([sample(3), index, new Float32Array(SIZE), flag()], (at, i, o, f) =>
    wasm.scatterAddAlong?.(at!, 1, 3, i!, o!, SIZE, f!),
  )
  expect([put.filter((value) => value !== 0).length, isOutsideToo[0]]).toEqual([2, 1])
})
