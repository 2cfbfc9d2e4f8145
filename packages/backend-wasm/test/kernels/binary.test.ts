import { describe, expect, test } from 'vitest'
import { runFenced, wasm } from './fenced'
import { lengths, sample } from './samples'

const alpha = Math.fround(-0.3)

const ops: Record<string, (a: number, b: number) => number> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  maximum: Math.max,
  minimum: Math.min,
  addScaled: (a, b) => a + Math.fround(alpha * b),
}

interface Operand {
  values: Float32Array
  row: number
  col: number
}

function expectResult(name: string, m: number, n: number, a: Operand, b: Operand): void {
  const [, , out] = runFenced([a.values, b.values, new Float32Array(m * n)], (aAt, bAt, outAt) =>
    wasm[name]?.(aAt!, a.row, a.col, bAt!, b.row, b.col, outAt!, m, n, alpha),
  )
  const at = (x: Operand, i: number, j: number): number => x.values[i * x.row + j * x.col]!
  const expected = Float32Array.from({ length: m * n }, (_, index) => {
    const [i, j] = [Math.floor(index / n), index % n]
    return ops[name]!(at(a, i, j), at(b, i, j))
  })
  expect(out).toEqual(expected)
}

const scalar: Operand = { values: Float32Array.of(-1.7), row: 0, col: 0 }

describe.each(Object.keys(ops))('%s', (name) => {
  test.each(lengths)('combines two arrays, and one with a scalar on either side, of length %i', (n) => {
    const a = { values: sample(n, 1), row: 0, col: 1 }
    const b = { values: sample(n, 2), row: 0, col: 1 }
    expectResult(name, 1, n, a, b)
    expectResult(name, 1, n, a, scalar)
    expectResult(name, 1, n, scalar, b)
  })

  test.each([
    [0, 5],
    [5, 0],
    [1, 1],
    [3, 7],
    [17, 10],
    [65, 33],
  ])('repeats a row or a column of [%i, %i], on either side', (m, n) => {
    const whole = { values: sample(m * n, 1), row: n, col: 1 }
    const row = { values: sample(n, 2), row: 0, col: 1 }
    const column = { values: sample(m, 3), row: 1, col: 0 }
    expectResult(name, m, n, whole, row)
    expectResult(name, m, n, whole, column)
    expectResult(name, m, n, row, whole)
    expectResult(name, m, n, column, whole)
    expectResult(name, m, n, column, row)
  })

  test('reads slices and transposes', () => {
    const [m, n] = [9, 11]
    const slice = { values: sample((m - 1) * 20 + n, 1), row: 20, col: 1 }
    const transpose = { values: sample(m * n, 2), row: 1, col: m }
    const everyThird = { values: sample((m - 1) * 33 + (n - 1) * 3 + 1, 3), row: 33, col: 3 }
    expectResult(name, m, n, slice, transpose)
    expectResult(name, m, n, transpose, everyThird)
    expectResult(name, m, n, scalar, everyThird)
    expectResult(name, m, n, scalar, scalar)
  })

  test('works in place on either operand', () => {
    const [x, y] = [sample(13, 1), sample(13, 2)]
    const expected = x.map((value, i) => ops[name]!(value, y[i]!))
    const [onA] = runFenced([x, y], (a, b) => wasm[name]?.(a!, 0, 1, b!, 0, 1, a!, 1, 13, alpha))
    const [, onB] = runFenced([x, y], (a, b) => wasm[name]?.(a!, 0, 1, b!, 0, 1, b!, 1, 13, alpha))
    expect(onA).toEqual(expected)
    expect(onB).toEqual(expected)
  })

  test('treats infinities and NaN as IEEE arithmetic does', () => {
    const values = [0, 1, -1, Infinity, -Infinity, NaN]
    const a = { values: Float32Array.from(values.flatMap((v) => Array(6).fill(v))), row: 0, col: 1 }
    const b = { values: Float32Array.from(values.flatMap(() => values)), row: 0, col: 1 }
    expectResult(name, 1, 36, a, b)
  })
})
