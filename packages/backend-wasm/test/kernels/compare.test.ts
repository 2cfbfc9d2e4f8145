import { describe, expect, test } from 'vitest'
import { runFenced, wasm } from './fenced'
import { lengths, sample } from './samples'

interface Operand<T extends Float32Array | Uint8Array> {
  values: T
  row: number
  col: number
}

const at = (x: Operand<Float32Array> | Operand<Uint8Array>, i: number, j: number): number =>
  x.values[i * x.row + j * x.col]!

const comparisons: Record<string, (a: number, b: number) => boolean> = {
  equal: (a, b) => a === b,
  less: (a, b) => a < b,
  lessOrEqual: (a, b) => a <= b,
}

/** Numbers of which many are equal, and some are none. */
const coarse = (length: number, seed: number): Float32Array =>
  sample(length, seed).map((x, i) => (i % 11 === 3 ? NaN : Math.round(x)))

/** Operands of [m, n]: whole, a row, a column, a number, with gaps. */
function layouts(m: number, n: number, seed: number): Operand<Float32Array>[] {
  return [
    { values: coarse(m * n, seed), row: n, col: 1 },
    { values: coarse(n, seed), row: 0, col: 1 },
    { values: coarse(m, seed), row: 1, col: 0 },
    { values: coarse(1, seed), row: 0, col: 0 },
    { values: coarse(m * n, seed), row: 1, col: m },
  ]
}

const sizes: [number, number][] = [...lengths.map((n): [number, number] => [1, n]), [3, 7], [17, 10], [5, 33]]

describe.each(Object.entries(comparisons))('%s', (name, holds) => {
  test.each(sizes)('gives a byte of 0 or 1 for each pair of [%i, %i], however the operands repeat', (m, n) => {
    for (const a of layouts(m, n, 1)) {
      for (const b of layouts(m, n, 2)) {
        const [, , out] = runFenced([a.values, b.values, new Uint8Array(m * n)], (x, y, o) =>
          wasm[name]?.(x!, a.row, a.col, y!, b.row, b.col, o!, m, n, 0),
        )
        const expected = out.map((_, place) => {
          const [i, j] = [Math.floor(place / n), place % n]
          return Number(holds(at(a, i, j), at(b, i, j)))
        })
        expect(out).toEqual(expected)
      }
    }
  })
})

test('equal gives the opposite where that is asked for, true for NaN', () => {
  const [, , out] = runFenced([Float32Array.of(1, NaN, 2), Float32Array.of(1, NaN, 3), new Uint8Array(3)], (a, b, o) =>
    wasm.equal?.(a!, 0, 1, b!, 0, 1, o!, 1, 3, 1),
  )
  expect([...out]).toEqual([0, 1, 1])
})

test.each(sizes)('where takes each element of [%i, %i] from the one or the other', (m, n) => {
  const conditions: Operand<Uint8Array>[] = [
    { values: Uint8Array.from({ length: m * n }, (_, i) => (i * 5) % 3), row: n, col: 1 },
    { values: Uint8Array.from({ length: n }, (_, i) => i % 2), row: 0, col: 1 },
    { values: Uint8Array.from({ length: m }, (_, i) => i % 2), row: 1, col: 0 },
    { values: Uint8Array.from({ length: m * n }, (_, i) => i % 2), row: 1, col: m },
  ]
  for (const c of conditions) {
    for (const a of layouts(m, n, 1)) {
      for (const b of layouts(m, n, 2)) {
        const [, , , out] = runFenced([c.values, a.values, b.values, new Float32Array(m * n)], (k, x, y, o) =>
          wasm.where?.(k!, c.row, c.col, x!, a.row, a.col, y!, b.row, b.col, o!, m, n),
        )
        const expected = out.map((_, place) => {
          const [i, j] = [Math.floor(place / n), place % n]
          return at(c, i, j) !== 0 ? at(a, i, j) : at(b, i, j)
        })
        expect(out).toEqual(expected)
      }
    }
  }
})
