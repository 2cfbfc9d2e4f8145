import { packColumns, packRows } from './pack'
import { multiplyTile, TILE_COLS, TILE_ROWS } from './tile'

/**
 * The longest k of one call. Sums this short lose few bits: a seed's losses stay PyTorch's to six digits over five epochs
 * of MNIST. A panel of B is then 3.2 KB.
 */
export const MAX_PANEL_DEPTH: usize = 100
/** Columns of B that are packed at a time: 100 KB, which stay in the second-level cache. */
const BLOCK_COLS: usize = 256

/** A row of a tile's zeros: the D of a product to which nothing is added. */
export const ZEROS_BYTES: usize = TILE_COLS * 4

const EDGE_BYTES: usize = TILE_ROWS * TILE_COLS * 4
const ROWS_BYTES: usize = TILE_ROWS * MAX_PANEL_DEPTH * 4
const BLOCK_BYTES: usize = BLOCK_COLS * MAX_PANEL_DEPTH * 4

/** Room for the zeros, an edge tile, five packed rows of A and the packed block of B. */
export const PANELS_SCRATCH_BYTES: usize = ZEROS_BYTES + EDGE_BYTES + ROWS_BYTES + BLOCK_BYTES

/**
 * C[m, n] = A[m, k] B[k, n] + D[m, n] tile by tile, for k <= 100. Strides in bytes.
 *
 * B is packed once into panels of 8 columns, which serve all rows: packing costs a few percent, and repays it by
 * reading memory in order whatever the strides are. Rows of A that are contiguous along k are read where they lie;
 * others are packed five at a time, as their neighbours along k often fall into the same few cache sets.
 * The scratch starts with the zeros; where they are D, both of D's strides are 0.
 */
export function multiplyPanels(
  m: usize, n: usize, k: usize,
  a: usize, aRow: usize, aCol: usize,
  b: usize, bRow: usize, bCol: usize,
  d: usize, dRow: usize, dCol: usize,
  c: usize, cRow: usize,
  scratch: usize,
): void {
  const zeros = scratch
  const edge = zeros + ZEROS_BYTES
  const packedRows = edge + EDGE_BYTES
  const packedBlock = packedRows + ROWS_BYTES

  for (let j0: usize = 0; j0 < n; j0 += BLOCK_COLS) {
    const blockCols = min(n - j0, BLOCK_COLS)
    packColumns(k, blockCols, b + j0 * bCol, bRow, bCol, packedBlock)

    for (let i: usize = 0; i < m; i += TILE_ROWS) {
      const rows = min(m - i, TILE_ROWS)
      let aTile = a + i * aRow
      let aTileRow = aRow
      let aTileCol = aCol
      if (rows < TILE_ROWS || aCol != 4) {
        packRows(rows, k, aTile, aRow, aCol, packedRows)
        aTile = packedRows
        aTileRow = 4
        aTileCol = TILE_ROWS * 4
      }

      let panel = packedBlock
      for (let j: usize = 0; j < blockCols; j += TILE_COLS) {
        const cols = min(blockCols - j, TILE_COLS)
        const dTile = d + i * dRow + (j0 + j) * dCol
        const cTile = c + i * cRow + (j0 + j) * 4
        if (rows == TILE_ROWS && cols == TILE_COLS) {
          multiplyTile(k, aTile, aTileRow, aTileCol, panel, TILE_COLS * 4, dTile, dRow, cTile, cRow)
        } else {
          multiplyTile(k, aTile, aTileRow, aTileCol, panel, TILE_COLS * 4, zeros, 0, edge, TILE_COLS * 4)
          addTile(rows, cols, edge, dTile, dRow, dCol, cTile, cRow)
        }
        panel += k * (TILE_COLS * 4)
      }
    }
  }
}

/** C[rows, cols] = tile + D, for the part of an edge tile that lies in C. */
function addTile(
  rows: usize, cols: usize,
  tile: usize,
  d: usize, dRow: usize, dCol: usize,
  c: usize, cRow: usize,
): void {
  for (let i: usize = 0; i < rows; i++) {
    for (let j: usize = 0; j < cols; j++) {
      store<f32>(c + j * 4, load<f32>(d + j * dCol) + load<f32>(tile + j * 4))
    }
    tile += TILE_COLS * 4
    d += dRow
    c += cRow
  }
}
