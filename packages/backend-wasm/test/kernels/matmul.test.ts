import { describe, expect, test } from 'vitest'
import { runFenced, scratch, wasm } from './fenced'
import { sample } from './samples'

interface Matrix {
  values: Float32Array
  /** Strides in elements. */
  row: number
  col: number
}

/** A [rows, cols] matrix, or the transpose of a [cols, rows] one. */
function matrix(rows: number, cols: number, transposed: boolean, seed: number): Matrix {
  const values = sample(rows * cols, seed)
  return transposed ? { values, row: 1, col: rows } : { values, row: cols, col: 1 }
}

interface Addend {
  values: Float32Array
  row: number
}

function expectProduct(m: number, n: number, k: number, a: Matrix, b: Matrix, addend?: Addend): Float32Array {
  const c = new Float32Array(m * n)
  const operands = addend === undefined ? [a.values, b.values, c] : [a.values, b.values, c, addend.values]
  const results = runFenced(operands, (aAt, bAt, cAt, dAt) =>
    wasm.matmul?.(m, n, k, aAt!, a.row, a.col, bAt!, b.row, b.col, dAt ?? 0, addend?.row ?? 0, cAt!, n, scratch),
  )
  const result = results[2] as Float32Array
  expectClose(result, m, n, k, a, b, (i, j) => addend?.values[i * addend.row + j] ?? 0)
  return result
}

/** Every element within 2e-6 of the sum of its terms' magnitudes: float32 rounding of up to a thousand terms. */
function expectClose(
  c: Float32Array,
  m: number,
  n: number,
  k: number,
  a: Matrix,
  b: Matrix,
  addend: (i: number, j: number) => number,
): void {
  let worst = 0
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = addend(i, j)
      let magnitude = Math.abs(sum)
      for (let p = 0; p < k; p++) {
        const product = a.values[i * a.row + p * a.col]! * b.values[p * b.row + j * b.col]!
        sum += product
        magnitude += Math.abs(product)
      }
      const error = Math.abs(c[i * n + j]! - sum)
      // A NaN is not below any bound.
      if (!(error <= 2e-6 * magnitude)) worst = Math.max(worst, Number.isNaN(error) ? Infinity : error / magnitude)
    }
  }
  expect(worst).toBe(0)
}

const sizes = [0, 1, 3, 7, 17, 63, 65]
const cases = [
  ['A B', false, false],
  ['A Bᵀ', false, true],
  ['Aᵀ B', true, false],
  ['Aᵀ Bᵀ', true, true],
] as const

describe.each(cases)('matmul of %s', (_, aTransposed, bTransposed) => {
  test.each(sizes)('has the product for every n and k where m is %i', (m) => {
    for (const n of sizes) {
      for (const k of sizes) {
        expectProduct(m, n, k, matrix(m, k, aTransposed, 1), matrix(k, n, bTransposed, 2))
      }
    }
  })

  test.each([
    [127, 127, 127],
    [5, 300, 8],
    [300, 5, 8],
    [64, 128, 784],
    [10, 64, 1000],
    [1, 128, 784],
    [3, 50, 2100],
    [50, 2, 2100],
  ])('crosses its blocks without a seam: [%i, %i] from k = %i', (m, n, k) => {
    expectProduct(m, n, k, matrix(m, k, aTransposed, 3), matrix(k, n, bTransposed, 4))
  })

  test.each([
    [17, 13, 29],
    [64, 10, 500],
    [1, 17, 30],
    [17, 1, 30],
  ])('adds a bias row: [%i, %i] from k = %i', (m, n, k) => {
    const bias = { values: sample(n, 5), row: 0 }
    expectProduct(m, n, k, matrix(m, k, aTransposed, 6), matrix(k, n, bTransposed, 7), bias)
  })

  test.each([
    [17, 13, 29],
    [64, 16, 500],
    [2, 17, 30],
    [17, 2, 30],
    [6, 9, 0],
  ])('adds a matrix: [%i, %i] from k = %i', (m, n, k) => {
    const addend = { values: sample(m * n, 8), row: n }
    expectProduct(m, n, k, matrix(m, k, aTransposed, 9), matrix(k, n, bTransposed, 10), addend)
  })
})

describe('matmul', () => {
  test.each([
    [2, 9],
    [9, 2],
    [23, 19],
  ])('reads [%i, %i] from operands with gaps between rows and between columns', (m, n) => {
    const k = 11
    const a: Matrix = { values: sample((m - 1) * 50 + (k - 1) * 3 + 1), row: 50, col: 3 }
    const b: Matrix = { values: sample((k - 1) * 2 + (n - 1) * 40 + 1), row: 2, col: 40 }
    expectProduct(m, n, k, a, b)
  })

  test('repeats operands with stride 0', () => {
    expectProduct(7, 9, 5, { values: sample(5), row: 0, col: 1 }, { values: sample(9), row: 0, col: 1 })
  })

  test.each([
    [12, 20],
    [2, 20],
    [12, 2],
  ])('accumulates into its output of [%i, %i] when that is the addend', (m, n) => {
    const k = 900
    const a = matrix(m, k, false, 1)
    const b = matrix(k, n, true, 2)
    const before = sample(m * n, 3)
    const [, , c] = runFenced([a.values, b.values, before], (aAt, bAt, cAt) =>
      wasm.matmul?.(m, n, k, aAt!, a.row, a.col, bAt!, b.row, b.col, cAt!, n, cAt!, n, scratch),
    )
    expectClose(c, m, n, k, a, b, (i, j) => before[i * n + j]!)
  })

  test('leaves what lies between the rows of its output', () => {
    const [m, n, k, cRow] = [6, 11, 5, 16]
    const a = matrix(m, k, false, 1)
    const b = matrix(k, n, false, 2)
    const before = new Float32Array((m - 1) * cRow + n).fill(42)
    const [, , c] = runFenced([a.values, b.values, before], (aAt, bAt, cAt) =>
      wasm.matmul?.(m, n, k, aAt!, a.row, a.col, bAt!, b.row, b.col, 0, 0, cAt!, cRow, scratch),
    )
    const rows = Array.from({ length: m }, (_, i) => [...c.subarray(i * cRow, i * cRow + n)]).flat()
    expectClose(Float32Array.from(rows), m, n, k, a, b, () => 0)
    for (let i = 0; i < m - 1; i++) expect([...c.subarray(i * cRow + n, (i + 1) * cRow)]).toEqual(Array(5).fill(42))
  })

  test('rounds an element the same wherever its rows and columns are in the product', () => {
    const [m, n, k] = [40, 24, 500]
    const a = matrix(m, k, false, 1)
    const b = matrix(k, n, true, 2)
    const whole = expectProduct(m, n, k, a, b)
    const part = expectProduct(20, n, k, { ...a, values: a.values.subarray(17 * k, 37 * k) }, b)
    expect(part).toEqual(whole.subarray(17 * n, 37 * n))
  })

  test('lets NaN and infinity through to the elements that they touch, and to no other', () => {
    const [m, n, k] = [7, 9, 6]
    const a = matrix(m, k, false, 1)
    const b = matrix(k, n, false, 2)
    a.values[6 * k + 3] = NaN
    b.values[2 * n + 8] = Infinity
    const [, , c] = runFenced([a.values, b.values, new Float32Array(m * n)], (aAt, bAt, cAt) =>
      wasm.matmul?.(m, n, k, aAt!, k, 1, bAt!, n, 1, 0, 0, cAt!, n, scratch),
    )
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) expect(Number.isFinite(c[i * n + j])).toBe(i !== 6 && j !== 8)
    }
  })
})
