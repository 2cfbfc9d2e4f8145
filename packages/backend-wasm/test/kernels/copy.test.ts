import { expect, test } from 'vitest'
import { runFenced, wasm } from './fenced'
import { lengths, sample } from './samples'

test.each(lengths)('fill writes %i elements', (n) => {
  const x = sample(n)
  const [filled] = runFenced([x], (at) => wasm.fill?.(at!, 1.5, n))
  expect(filled).toEqual(x.map(() => 1.5))
})

test.each([
  [0, 3],
  [3, 0],
  [1, 1],
  [7, 17],
  [17, 7],
  [63, 65],
])('copy2d reads [%i, %i] with any strides into rows with any distance', (m, n) => {
  const layouts = [
    { row: n, col: 1 },
    { row: n + 3, col: 1 },
    { row: 1, col: m },
    { row: 1, col: m + 2 },
    { row: 2, col: 2 * m },
    { row: 0, col: 1 },
    { row: 1, col: 0 },
  ]
  for (const { row, col } of layouts) {
    for (const outRow of [n, n + 5]) {
      const x = sample(m * n === 0 ? 0 : (m - 1) * row + (n - 1) * col + 1)
      const before = new Float32Array(m * n === 0 ? 0 : (m - 1) * outRow + n).fill(-9)
      const expected = before.slice()
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < n; j++) expected[i * outRow + j] = x[i * row + j * col]!
      }
      const [, out] = runFenced([x, before], (at, outAt) => wasm.copy2d?.(at!, row, col, outAt!, outRow, m, n))
      expect(out).toEqual(expected)
    }
  }
})
