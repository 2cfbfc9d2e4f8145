import { describe, expect, test } from 'vitest'
import { placeInts, runFenced, wasm } from './fenced'
import { sample } from './samples'

/** Windows along one dimension: where each begins and ends, and the distance between its elements. */
interface Along {
  readonly start: readonly number[]
  readonly end: readonly number[]
  readonly step: number
}

/** Windows that slide over `size` elements with zeros around them, cut to what lies inside. */
function sliding(size: number, kernel: number, stride: number, padding = 0, step = 1): Along {
  const count = Math.floor((size + 2 * padding - step * (kernel - 1) - 1) / stride) + 1
  const firsts = Array.from({ length: count }, (_, i) => i * stride - padding)
  return {
    start: firsts.map((first) => (first < 0 ? first + Math.ceil(-first / step) * step : first)),
    end: firsts.map((first) => Math.min(first + step * (kernel - 1) + 1, size)),
    step,
  }
}

/** Windows that cut `size` elements into `count` as even parts as can be. */
function adaptive(size: number, count: number): Along {
  const numbers = Array.from({ length: count }, (_, i) => i)
  return {
    start: numbers.map((i) => Math.floor((i * size) / count)),
    end: numbers.map((i) => Math.ceil(((i + 1) * size) / count)),
    step: 1,
  }
}

const [height, width] = [13, 22]
const cases: readonly (readonly [name: string, rows: Along, cols: Along])[] = [
  ['pairs', sliding(height, 2, 2), sliding(width, 2, 2)],
  ['windows that overlap, with padding', sliding(height, 3, 1, 1), sliding(width, 3, 1, 1)],
  ['long strides', sliding(height, 2, 5), sliding(width, 3, 4, 1)],
  ['gaps between elements', sliding(height, 3, 2, 2, 2), sliding(width, 3, 2, 3, 3)],
  ['fewer than four in a row', sliding(height, 4, 4), sliding(width, 7, 7)],
  ['single elements', sliding(height, 1, 1), sliding(width, 1, 1)],
  ['one window for everything', adaptive(height, 1), adaptive(width, 1)],
  ['uneven parts', adaptive(height, 5), adaptive(width, 9)],
]

const PLANES = 3

/** Calls `visit` with each window, in order, and the places of its elements. */
function forEachWindow(rows: Along, cols: Along, visit: (window: number, places: number[]) => void): void {
  for (let p = 0, window = 0; p < PLANES; p++)
    for (let r = 0; r < rows.start.length; r++)
      for (let c = 0; c < cols.start.length; c++) {
        const places: number[] = []
        for (let i = rows.start[r]!; i < rows.end[r]!; i += rows.step)
          for (let j = cols.start[c]!; j < cols.end[c]!; j += cols.step) places.push((p * height + i) * width + j)
        visit(window++, places)
      }
}

/** The kernels' arguments between input and output. */
function windowsOf(rows: Along, cols: Along): number[] {
  const at = placeInts([...rows.start, ...rows.end, ...cols.start, ...cols.end])
  const [rowCount, colCount] = [rows.start.length, cols.start.length]
  return [PLANES, height, width, at, rowCount, rows.step, at + 8 * rowCount, colCount, cols.step]
}

const planes = (seed: number): Float32Array => sample(PLANES * height * width, seed)
const countOf = (rows: Along, cols: Along): number => PLANES * rows.start.length * cols.start.length

function argmax(x: Float32Array, rows: Along, cols: Along): Float64Array {
  const [, out] = runFenced([x, new Float64Array(countOf(rows, cols))], (at, o) =>
    wasm.poolArgmax?.(at!, ...windowsOf(rows, cols), o!),
  )
  return out
}

describe.each(cases)('over %s', (_, rows, cols) => {
  test('poolArgmax finds the largest element of each window', () => {
    const x = planes(1)
    const got = argmax(x, rows, cols)
    forEachWindow(rows, cols, (window, places) => {
      const largest = Math.max(...places.map((place) => x[place]!))
      expect(got[window]).toBe(places.find((place) => x[place] === largest)! % (height * width))
    })
  })

  test('poolArgmax takes the first of equals', () => {
    const got = argmax(planes(1).fill(2), rows, cols)
    forEachWindow(rows, cols, (window, places) => expect(got[window]).toBe(places[0]! % (height * width)))
  })

  test('poolArgmax takes the first where all are -infinity', () => {
    const got = argmax(planes(1).fill(-Infinity), rows, cols)
    forEachWindow(rows, cols, (window, places) => expect(got[window]).toBe(places[0]! % (height * width)))
  })

  test('poolArgmax takes the last NaN before all others, as PyTorch does', () => {
    const x = planes(1).map((value) => (Math.abs(value) < 0.4 ? NaN : value))
    const got = argmax(x, rows, cols)
    forEachWindow(rows, cols, (window, places) => {
      const last = places.filter((place) => Number.isNaN(x[place])).at(-1)
      if (last !== undefined) expect(got[window]).toBe(last % (height * width))
    })
  })

  test('poolSum adds each window', () => {
    const x = planes(2)
    const [, out] = runFenced([x, new Float32Array(countOf(rows, cols))], (at, o) =>
      wasm.poolSum?.(at!, ...windowsOf(rows, cols), o!),
    )
    forEachWindow(rows, cols, (window, places) => {
      const sum = places.reduce((total, place) => total + x[place]!, 0)
      expect(Math.abs(out[window]! - sum)).toBeLessThanOrEqual(Math.abs(sum) * 2 ** -23)
    })
  })

  test('poolSpread adds each gradient to its window', () => {
    const grad = sample(countOf(rows, cols), 3)
    const [, out] = runFenced([grad, planes(4)], (at, o) => wasm.poolSpread?.(at!, ...windowsOf(rows, cols), o!))
    const expected = new Float32Array(out.length)
    forEachWindow(rows, cols, (window, places) => {
      for (const place of places) expected[place]! += grad[window]!
    })
    expect(out).toEqual(expected)
  })
})
