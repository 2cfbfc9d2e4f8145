import { expect, test } from 'vitest'
import { runFenced, wasm } from './fenced'
import { lengths, sample } from './samples'

function rowsOf(x: Float32Array, m: number, n: number): Float32Array[] {
  return Array.from({ length: m }, (_, i) => x.subarray(i * n, (i + 1) * n))
}

const add = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

/** One rounding of a sum in double precision, whose own error is far below. */
function expectSums(got: Float32Array, expected: number[]): void {
  expect(got.length).toBe(expected.length)
  for (const [i, sum] of expected.entries())
    expect(Math.abs(got[i]! - sum)).toBeLessThanOrEqual(Math.abs(sum) * 2 ** -23)
}

const shapes = lengths.flatMap((n) => [1, 3, 17].map((m) => [m, n] as const))

test.each(shapes)('sumAround adds what is in front of and behind the middle of [b, %i, %i]', (m, n) => {
  for (const batch of [1, 4]) {
    const x = sample(batch * m * n)
    const rows = rowsOf(x, batch * m, n)
    const [, sums] = runFenced([x, new Float32Array(m)], (at, o) => wasm.sumAround?.(at!, m * n, o!, batch, m, n, 1))
    expectSums(
      sums,
      Array.from({ length: m }, (_, i) => add(rows.filter((_, k) => k % m === i).map(add))),
    )
  }
})

test.each(shapes)('sumMiddle adds the columns of each of [b, %i, %i]', (m, n) => {
  for (const batch of [1, 4]) {
    const x = sample(batch * m * n)
    const matrices = rowsOf(x, batch, m * n).map((matrix) => rowsOf(matrix, m, n))
    const [, sums] = runFenced([x, new Float32Array(batch * n)], (at, o) => wasm.sumMiddle?.(at!, o!, batch, m, n, 1))
    expectSums(
      sums,
      matrices.flatMap((rows) => Array.from({ length: n }, (_, j) => add(rows.map((row) => row[j]!)))),
    )
  }
})

test('sumAround loses nothing where large terms cancel', () => {
  const x = Float32Array.from({ length: 4000 }, (_, i) => [1e8, 1, -1e8, 1][i % 4]!)
  const [, out] = runFenced([x, new Float32Array(1)], (at, o) => wasm.sumAround?.(at!, 0, o!, 1, 1, 4000, 1))
  expect(out[0]).toBe(2000)
})

test('sumMiddle of no rows is zero', () => {
  const [, out] = runFenced([new Float32Array(0), sample(11)], (at, o) => wasm.sumMiddle?.(at!, o!, 1, 0, 11, 1))
  expect([...out]).toEqual(Array(11).fill(0))
})

test('means are divided before they are rounded', () => {
  // The sum has one more bit than a float32.
  const x = Float32Array.of(2 ** 24, 1)
  const [, around] = runFenced([x, new Float32Array(1)], (at, o) => wasm.sumAround?.(at!, 0, o!, 1, 1, 2, 2 ** 24 + 1))
  const [, middle] = runFenced([x, new Float32Array(1)], (at, o) => wasm.sumMiddle?.(at!, o!, 1, 2, 1, 2 ** 24 + 1))
  expect([around[0], middle[0]]).toEqual([1, 1])
})

test.each(shapes)('maxDim1 and argmaxDim1 find the largest of each row of [%i, %i]', (m, n) => {
  const x = sample(m * n)
  const rows = rowsOf(x, m, n)
  const [, largest] = runFenced([x, new Float32Array(m)], (at, o) => wasm.maxDim1?.(at!, o!, m, n))
  expect([...largest]).toEqual(rows.map((row) => Math.max(...row)))
  if (n === 0) return
  const [, indices] = runFenced([x, new Float64Array(m)], (at, o) => wasm.argmaxDim1?.(at!, o!, m, n))
  expect([...indices]).toEqual(rows.map((row) => row.indexOf(Math.max(...row))))
})

test.each([
  ['a tie', [1, 5, 2, 5, 5], 5, 1],
  ['a NaN', [1, 5, 2, NaN, 9, NaN], NaN, 3],
  ['a NaN in front', [NaN, 9, 1, 2, 3], NaN, 0],
  ['nothing but -infinity', [-Infinity, -Infinity, -Infinity], -Infinity, 0],
  ['negative numbers', [-3, -2, -7, -2, -9], -2, 1],
  ['an infinity', [0, 1, 2, 3, 4, 5, Infinity, 6, 7], Infinity, 6],
])('maxDim1 and argmaxDim1 settle %s as PyTorch does', (_, values, largest, index) => {
  const x = Float32Array.from(values)
  const [, max] = runFenced([x, new Float32Array(1)], (at, o) => wasm.maxDim1?.(at!, o!, 1, x.length))
  const [, argmax] = runFenced([x, new Float64Array(1)], (at, o) => wasm.argmaxDim1?.(at!, o!, 1, x.length))
  expect(max[0]).toBe(largest)
  expect(argmax[0]).toBe(index)
})
