import { fill } from '../copy'
import { sumRow } from '../vector/rows'
import { endOf, startOf } from './windows'

/** Shorter rows of a window are summed without vectors. */
const SHORT: usize = 8

/** The sum of each window of x [planes, height, width], in double precision, rounded once. */
export function poolSum(
  x: usize, planes: usize, height: usize, width: usize,
  rows: usize, rowCount: usize, rowStep: usize,
  cols: usize, colCount: usize, colStep: usize,
  out: usize,
): void {
  for (; planes > 0; planes--) {
    for (let r: usize = 0; r < rowCount; r++) {
      const bottom = endOf(rows, rowCount, r)
      for (let c: usize = 0; c < colCount; c++) {
        const start = startOf(cols, c)
        const end = endOf(cols, colCount, c)
        const isLong = colStep == 1 && end >= start + SHORT
        let total: f64 = 0
        for (let i = startOf(rows, r); i < bottom; i += rowStep) {
          const row = x + 4 * i * width
          if (isLong) total += sumRow(row + 4 * start, end - start)
          else for (let j = start; j < end; j += colStep) total += <f64>load<f32>(row + 4 * j)
        }
        store<f32>(out, <f32>total)
        out += 4
      }
    }
    x += 4 * height * width
  }
}

/** The transpose of `poolSum`: adds each element of grad to its window of out [planes, height, width]. */
export function poolSpread(
  grad: usize, planes: usize, height: usize, width: usize,
  rows: usize, rowCount: usize, rowStep: usize,
  cols: usize, colCount: usize, colStep: usize,
  out: usize,
): void {
  fill(out, 0, planes * height * width)
  for (; planes > 0; planes--) {
    for (let r: usize = 0; r < rowCount; r++) {
      const bottom = endOf(rows, rowCount, r)
      for (let c: usize = 0; c < colCount; c++) {
        const start = startOf(cols, c)
        const end = endOf(cols, colCount, c)
        const value = load<f32>(grad)
        for (let i = startOf(rows, r); i < bottom; i += rowStep) {
          const row = out + 4 * i * width
          for (let j = start; j < end; j += colStep) {
            store<f32>(row + 4 * j, load<f32>(row + 4 * j) + value)
          }
        }
        grad += 4
      }
    }
    out += 4 * height * width
  }
}
