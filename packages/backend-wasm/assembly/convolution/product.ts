import { multiplyListedTile, TILE_COLS, TILE_ROWS } from '../matmul/tile'

/** Bytes of a row of `multiplyPatch`'s product. */
export const ROW_BYTES: usize = TILE_COLS * 4

/** Bytes of the product of so many rows, with those that fill the last tile. */
@inline
export function productBytes(rows: usize): usize {
  return (rows + TILE_ROWS - 1) / TILE_ROWS * TILE_ROWS * ROW_BYTES
}

/**
 * C[rows, 8] = A[rows, k] B[k, 8] + D[rows, 8] with A[i, p] at `patch + rowList[i] + colList[p]`.
 *
 * D is C itself or, with stride 0, one row.
 */
export function multiplyPatch(
  rows: usize, k: usize,
  patch: usize, rowList: usize, colList: usize,
  b: usize,
  d: usize, dRow: usize,
  c: usize,
): void {
  for (let i: usize = 0; i < rows; i += TILE_ROWS) {
    multiplyListedTile(k, patch, rowList, colList, b, d, dRow, c)
    rowList += 4 * TILE_ROWS
    d += dRow * TILE_ROWS
    c += ROW_BYTES * TILE_ROWS
  }
}
