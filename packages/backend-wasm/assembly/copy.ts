import { copyRow } from './vector/rows'
import { transpose4x4 } from './vector/transpose'

/** out[i] = value for i < n. */
export function fill(out: usize, value: f32, n: usize): void {
  const v = f32x4.splat(value)
  for (; n >= 4; n -= 4) {
    v128.store(out, v)
    out += 16
  }
  for (; n > 0; n--) {
    store<f32>(out, value)
    out += 4
  }
}

/** out[i, j] = x[i, j] for [m, n] with any strides of x, in elements; the rows of `out` are contiguous. */
export function copy2d(x: usize, xRow: usize, xCol: usize, out: usize, outRow: usize, m: usize, n: usize): void {
  xRow *= 4
  xCol *= 4
  outRow *= 4
  if (xCol == 4) {
    for (; m > 0; m--) {
      copyRow(x, out, n)
      x += xRow
      out += outRow
    }
  } else if (xRow == 4) {
    copyTransposed(x, xCol, out, outRow, m, n)
  } else {
    copyStrided(x, xRow, xCol, out, outRow, m, n)
  }
}

/** The columns of x are contiguous: 4x4 blocks, then the columns and rows that are left. */
function copyTransposed(x: usize, xCol: usize, out: usize, outRow: usize, m: usize, n: usize): void {
  const wholeCols = n & ~3
  for (; m >= 4; m -= 4) {
    for (let j: usize = 0; j < wholeCols; j += 4) {
      transpose4x4(x + j * xCol, xCol, out + j * 4, outRow)
    }
    copyStrided(x + wholeCols * xCol, 4, xCol, out + wholeCols * 4, outRow, 4, n - wholeCols)
    x += 16
    out += 4 * outRow
  }
  copyStrided(x, 4, xCol, out, outRow, m, n)
}

/** Strides in bytes. */
function copyStrided(x: usize, xRow: usize, xCol: usize, out: usize, outRow: usize, m: usize, n: usize): void {
  for (; m > 0; m--) {
    let p = x
    for (let j: usize = 0; j < n; j++) {
      store<f32>(out + j * 4, load<f32>(p))
      p += xCol
    }
    x += xRow
    out += outRow
  }
}
