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

test.each(lengths)('sum adds %i elements', (n) => {
  const x = sample(n)
  const [, out] = runFenced([x, new Float32Array(1)], (at, o) => wasm.sum?.(at!, o!, n))
  expectSums(out, [add(x)])
})

test('sum loses nothing where large terms cancel', () => {
  const x = Float32Array.from({ length: 4000 }, (_, i) => [1e8, 1, -1e8, 1][i % 4]!)
  const [, out] = runFenced([x, new Float32Array(1)], (at, o) => wasm.sum?.(at!, o!, 4000))
  expect(out[0]).toBe(2000)
})

test.each(shapes)('sumDim0 and sumDim1 add the columns and the rows of [%i, %i]', (m, n) => {
  const x = sample(m * n)
  const rows = rowsOf(x, m, n)
  const [, columns] = runFenced([x, new Float32Array(n)], (at, o) => wasm.sumDim0?.(at!, o!, m, n))
  expectSums(
    columns,
    Array.from({ length: n }, (_, j) => add(rows.map((row) => row[j]!))),
  )
  const [, sums] = runFenced([x, new Float32Array(m)], (at, o) => wasm.sumDim1?.(at!, o!, m, n))
  expectSums(sums, rows.map(add))
})

test('sumDim0 of no rows is zero', () => {
  const [, out] = runFenced([new Float32Array(0), sample(11)], (at, o) => wasm.sumDim0?.(at!, o!, 0, 11))
  expect([...out]).toEqual(Array(11).fill(0))
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
