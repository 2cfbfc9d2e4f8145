import { multiplyDots } from './dots'
import { MAX_PANEL_DEPTH, multiplyPanels, ZEROS_BYTES } from './panels'
import { multiplyStrips } from './strips'
import { TILE_ROWS } from './tile'

/** A dot product of this length has four running sums of 100 terms, as a panel has one of 100. */
const MAX_DOT_DEPTH: usize = 400

/**
 * C[m, n] = A[m, k] B[k, n] + D[m, n]. Strides in elements; rows of C and D are contiguous.
 *
 * D = 0 adds nothing, D = C accumulates, dRow = 0 adds one row, a bias, to all. k is cut into equal parts that are
 * summed one after the other: better rounding, and packed panels that fit the cache. How an element is rounded depends
 * on k, on the strides and on whether C has fewer than 5 rows or columns, never on where in C it lies.
 */
export function matmul(
  m: usize, n: usize, k: usize,
  a: usize, aRow: usize, aCol: usize,
  b: usize, bRow: usize, bCol: usize,
  d: usize, dRow: usize,
  c: usize, cRow: usize,
  scratch: usize,
): void {
  if (m == 0 || n == 0) return
  aRow *= 4
  aCol *= 4
  bRow *= 4
  bCol *= 4
  dRow *= 4
  cRow *= 4
  let dCol: usize = 4
  memory.fill(scratch, 0, ZEROS_BYTES)
  if (d == 0) {
    d = scratch
    dRow = 0
    dCol = 0
  }

  const fewRows = m < TILE_ROWS
  const fewCols = n < TILE_ROWS
  const dots = aCol == 4 && bRow == 4 && (fewRows || fewCols)
  const strips = bCol == 4 && fewRows && !dots
  const depth = equalPart(k, dots ? MAX_DOT_DEPTH : MAX_PANEL_DEPTH)
  do {
    const part = min(k, depth)
    if (dots && fewRows) {
      for (let i: usize = 0; i < m; i++) {
        multiplyDots(n, part, a + i * aRow, b, bCol, d + i * dRow, dCol, c + i * cRow, 4)
      }
    } else if (dots) {
      for (let j: usize = 0; j < n; j++) {
        multiplyDots(m, part, b + j * bCol, a, aRow, d + j * dCol, dRow, c + j * 4, cRow)
      }
    } else if (strips) {
      for (let i: usize = 0; i < m; i++) {
        multiplyStrips(n, part, a + i * aRow, aCol, b, bRow, d + i * dRow, dCol, c + i * cRow)
      }
    } else {
      multiplyPanels(m, n, part, a, aRow, aCol, b, bRow, bCol, d, dRow, dCol, c, cRow, scratch)
    }
    a += part * aCol
    b += part * bRow
    k -= part
    d = c
    dRow = cRow
    dCol = 4
  } while (k > 0)
}

/** The length of the equal parts, none longer than `most`, into which k is cut: a multiple of 4. */
export function equalPart(k: usize, most: usize): usize {
  const parts = max<usize>((k + most - 1) / most, 1)
  return ((k + parts - 1) / parts + 3) & ~3
}
