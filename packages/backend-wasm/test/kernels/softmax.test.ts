import { describe, expect, test } from 'vitest'
import { runFenced, wasm } from './fenced'
import { sample } from './samples'

const shapes = [
  [0, 5],
  [5, 0],
  [1, 1],
  [3, 3],
  [64, 10],
  [7, 17],
  [2, 1000],
] as const

function rowsOf(x: Float32Array, m: number, n: number): number[][] {
  return Array.from({ length: m }, (_, i) => [...x.subarray(i * n, (i + 1) * n)])
}

const add = (values: number[]): number => values.reduce((total, value) => total + value, 0)

function softmaxOf(row: number[]): number[] {
  const largest = Math.max(...row)
  const terms = row.map((x) => Math.exp(x - largest))
  return terms.map((term) => term / add(terms))
}

/** In float64, from rows of the inputs. */
const formulas: Record<string, (a: number[], b: number[]) => number[]> = {
  softmax: softmaxOf,
  logSoftmax: (row) => softmaxOf(row).map(Math.log),
  softmaxBackward: (grad, y) => grad.map((g, j) => (g - add(grad.map((other, i) => other * y[i]!))) * y[j]!),
  logSoftmaxBackward: (grad, y) => grad.map((g, j) => g - Math.exp(y[j]!) * add(grad)),
}

function expectClose(got: Float32Array, expected: number[]): void {
  expect(got.length).toBe(expected.length)
  for (const [i, value] of expected.entries()) {
    expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(1e-6 * Math.abs(value) + 2e-7)
  }
}

describe.each(['softmax', 'logSoftmax'])('%s', (name) => {
  test.each(shapes)('works along the rows of [%i, %i], in place too', (m, n) => {
    const x = sample(m * n)
    const [, out] = runFenced([x, new Float32Array(m * n)], (at, o) => wasm[name]?.(at!, o!, m, n))
    expectClose(
      out,
      rowsOf(x, m, n).flatMap((row) => formulas[name]!(row, [])),
    )
    const [inPlace] = runFenced([x], (at) => wasm[name]?.(at!, at!, m, n))
    expect(inPlace).toEqual(out)
  })

  test('does not overflow', () => {
    const x = Float32Array.of(1000, 999, -1000, 998.5, 1000)
    const [, out] = runFenced([x, new Float32Array(5)], (at, o) => wasm[name]?.(at!, o!, 1, 5))
    const shifted = [...x].map((value) => value - 1000)
    expectClose(
      out,
      name === 'softmax' ? softmaxOf(shifted) : shifted.map((v) => v - Math.log(2 + Math.exp(-1) + Math.exp(-1.5))),
    )
  })

  test('gives -infinity no weight, and NaN where all are -infinity or one is NaN', () => {
    const x = Float32Array.of(-Infinity, 0, 0, -Infinity, -Infinity, -Infinity, 1, NaN, 2)
    const [, out] = runFenced([x, new Float32Array(9)], (at, o) => wasm[name]?.(at!, o!, 3, 3))
    const none = name === 'softmax' ? 0 : -Infinity
    const half = Math.fround(name === 'softmax' ? 0.5 : -Math.log(2))
    expect([...out]).toEqual([none, half, half, NaN, NaN, NaN, NaN, NaN, NaN])
  })
})

describe.each(['softmaxBackward', 'logSoftmaxBackward'])('%s', (name) => {
  test.each(shapes)('works along the rows of [%i, %i], in place too', (m, n) => {
    const grad = sample(m * n, 1)
    const y = sample(m * n, 2)
    const [, , out] = runFenced([grad, y, new Float32Array(m * n)], (g, at, o) => wasm[name]?.(g!, at!, o!, m, n))
    const rows = rowsOf(y, m, n)
    // The sum over a long row, of either sign, leaves the rounding of the largest of its terms.
    const expected = rowsOf(grad, m, n).flatMap((row, i) => formulas[name]!(row, rows[i]!))
    for (const [i, value] of expected.entries()) expect(out[i]).toBeCloseTo(value, n > 100 ? 3 : 5)
    const [inPlace] = runFenced([grad, y], (g, at) => wasm[name]?.(g!, at!, g!, m, n))
    expect(inPlace).toEqual(out)
  })
})
