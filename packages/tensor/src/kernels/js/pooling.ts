import { numelOf } from '../../core/shape'
import type { Strided } from '../strided'
import type { Windows } from '../windows'

type Triple = readonly [number, number, number]

/** Calls `visit` for every window, with the position of its plane in x, its place in the plane and its output. */
function forEachWindow(
  x: Strided,
  out: Strided,
  visit: (plane: number, row: number, col: number, out: number) => void,
): void {
  const [planes, rows, cols] = out.shape as unknown as Triple
  const [sp, sr, sc] = out.strides as unknown as Triple
  const [xp] = x.strides as unknown as Triple
  for (let p = 0; p < planes; p++) {
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < cols; c++) visit(x.offset + p * xp, r, c, out.offset + p * sp + r * sr + c * sc)
    }
  }
}

/** The place of the largest element of each window, row-major in its plane; the first on ties, a NaN before all. */
export function poolArgmax(x: Strided, rows: Windows, cols: Windows, out: Strided): void {
  const from = x.storage.data
  const to = out.storage.data
  const [, sr, sc] = x.strides as unknown as Triple
  const width = x.shape[2] as number
  forEachWindow(x, out, (plane, r, c, o) => {
    let best = -Infinity
    let place = (rows.start[r] as number) * width + (cols.start[c] as number)
    for (let i = rows.start[r] as number; i < (rows.end[r] as number); i += rows.step) {
      for (let j = cols.start[c] as number; j < (cols.end[c] as number); j += cols.step) {
        const value = from[plane + i * sr + j * sc] as number
        if (value > best || Number.isNaN(value)) {
          best = value
          place = i * width + j
        }
      }
    }
    to[o] = place
  })
}

/** The sum of each window. */
export function poolSum(x: Strided, rows: Windows, cols: Windows, out: Strided): void {
  const from = x.storage.data
  const to = out.storage.data
  const [, sr, sc] = x.strides as unknown as Triple
  forEachWindow(x, out, (plane, r, c, o) => {
    let sum = 0
    for (let i = rows.start[r] as number; i < (rows.end[r] as number); i += rows.step) {
      for (let j = cols.start[c] as number; j < (cols.end[c] as number); j += cols.step) {
        sum += from[plane + i * sr + j * sc] as number
      }
    }
    to[o] = sum
  })
}

/** Adds each element of `grad` to all elements of its window of `out`: the transpose of `poolSum`. */
export function poolSpread(grad: Strided, rows: Windows, cols: Windows, out: Strided): void {
  const g = grad.storage.data
  const to = out.storage.data
  const [, sr, sc] = out.strides as unknown as Triple
  to.fill(0, out.offset, out.offset + numelOf(out.shape))
  forEachWindow(out, grad, (plane, r, c, o) => {
    const value = g[o] as number
    for (let i = rows.start[r] as number; i < (rows.end[r] as number); i += rows.step) {
      for (let j = cols.start[c] as number; j < (cols.end[c] as number); j += cols.step) {
        const place = plane + i * sr + j * sc
        to[place] = (to[place] as number) + value
      }
    }
  })
}
