import { transpose4x4 } from '../vector/transpose'
import { TILE_COLS, TILE_ROWS } from './tile'

/** Copies A[rows, k] to `out` as [k, 5], with zeros in the place of missing rows. Strides in bytes. */
export function packRows(rows: usize, k: usize, a: usize, aRow: usize, aCol: usize, out: usize): void {
  if (rows == TILE_ROWS && aRow == 4) {
    for (; k > 0; k--) {
      v128.store(out, v128.load(a))
      store<f32>(out, load<f32>(a, 16), 16)
      a += aCol
      out += TILE_ROWS * 4
    }
  } else {
    packAny(TILE_ROWS, rows, k, a, aRow, aCol, out)
  }
}

/** Copies B[k, n] to `out` as panels of [k, 8], with zeros in the place of missing columns. Strides in bytes. */
export function packColumns(k: usize, n: usize, b: usize, bRow: usize, bCol: usize, out: usize): void {
  let j: usize = 0
  for (; j + TILE_COLS <= n; j += TILE_COLS) {
    if (bCol == 4) copyPanel(k, b, bRow, out)
    else if (bRow == 4) transposePanel(k, b, bCol, out)
    else packAny(TILE_COLS, TILE_COLS, k, b, bCol, bRow, out)
    b += TILE_COLS * bCol
    out += k * (TILE_COLS * 4)
  }
  if (j < n) packAny(TILE_COLS, n - j, k, b, bCol, bRow, out)
}

/** A panel of B whose rows are contiguous. */
function copyPanel(k: usize, b: usize, bRow: usize, out: usize): void {
  for (; k > 0; k--) {
    v128.store(out, v128.load(b))
    v128.store(out, v128.load(b, 16), 16)
    b += bRow
    out += TILE_COLS * 4
  }
}

/** A panel of B whose columns are contiguous. */
function transposePanel(k: usize, b: usize, bCol: usize, out: usize): void {
  for (; k >= 4; k -= 4) {
    transpose4x4(b, bCol, out, TILE_COLS * 4)
    transpose4x4(b + 4 * bCol, bCol, out + 16, TILE_COLS * 4)
    b += 16
    out += 4 * TILE_COLS * 4
  }
  packAny(TILE_COLS, TILE_COLS, k, b, bCol, 4, out)
}

/** out[k, width] = x[i, p] transposed, any strides, zeros for `count <= i < width`. */
function packAny(width: usize, count: usize, k: usize, x: usize, xStep: usize, xDepth: usize, out: usize): void {
  for (; k > 0; k--) {
    let p = x
    for (let i: usize = 0; i < width; i++) {
      store<f32>(out, i < count ? load<f32>(p) : 0)
      p += xStep
      out += 4
    }
    x += xDepth
  }
}
