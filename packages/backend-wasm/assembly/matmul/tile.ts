import { multiplyAdd } from '../vector/multiply-add'

/** The tile of C that stays in registers: 10 accumulators, 2 vectors of B, 1 element of A, 1 product. */
export const TILE_ROWS: usize = 5
export const TILE_COLS: usize = 8

/**
 * C[5, 8] = A[5, k] B[k, 8] + D[5, 8].
 *
 * A is read element by element, so any strides will do; a row of B and of D is 8 neighbours. D may be C itself
 * (accumulate), a row with stride 0 (a bias) or zeros. Strides in bytes. Every element is summed in the order of k.
 */
export function multiplyTile(
  k: usize,
  a: usize, aRow: usize, aCol: usize,
  b: usize, bRow: usize,
  d: usize, dRow: usize,
  c: usize, cRow: usize,
): void {
  const a1 = a + aRow
  const a2 = a1 + aRow
  const a3 = a2 + aRow
  tile(false, k, a, a1, a2, a3, a3 + aRow, aCol, b, bRow, d, dRow, c, cRow)
}

/** The same with A[i, p] at `a + rows[i] + cols[p]`, for lists of offsets in bytes; B and C are contiguous. */
export function multiplyListedTile(
  k: usize,
  a: usize, rows: usize, cols: usize,
  b: usize,
  d: usize, dRow: usize,
  c: usize,
): void {
  const a0 = a + load<usize>(rows)
  const a1 = a + load<usize>(rows, 4)
  const a2 = a + load<usize>(rows, 8)
  const a3 = a + load<usize>(rows, 12)
  const a4 = a + load<usize>(rows, 16)
  tile(true, k, a0, a1, a2, a3, a4, cols, b, TILE_COLS * 4, d, dRow, c, TILE_COLS * 4)
}

/**
 * The one place where large products are computed. `aCol` is a stride or, if `isListed`, the address of a list: a constant
 * in each call, so that the compiler leaves out the other case.
 *
 * The rows are visited last to first on purpose: Node 20's compiler then puts each load of A next to its use. First to
 * last, it moves all five loads to the front, runs out of registers, and the loop takes twice as long.
 */
@inline
function tile(
  isListed: bool,
  k: usize,
  a0: usize, a1: usize, a2: usize, a3: usize, a4: usize, aCol: usize,
  b: usize, bRow: usize,
  d: usize, dRow: usize,
  c: usize, cRow: usize,
): void {
  let c00 = f32x4.splat(0), c01 = f32x4.splat(0)
  let c10 = f32x4.splat(0), c11 = f32x4.splat(0)
  let c20 = f32x4.splat(0), c21 = f32x4.splat(0)
  let c30 = f32x4.splat(0), c31 = f32x4.splat(0)
  let c40 = f32x4.splat(0), c41 = f32x4.splat(0)

  for (; k > 0; k--) {
    const at: usize = isListed ? load<usize>(aCol) : 0
    const b0 = v128.load(b)
    const b1 = v128.load(b, 16)

    const x4 = v128.load32_splat(a4 + at)
    c40 = multiplyAdd(x4, b0, c40)
    c41 = multiplyAdd(x4, b1, c41)

    const x3 = v128.load32_splat(a3 + at)
    c30 = multiplyAdd(x3, b0, c30)
    c31 = multiplyAdd(x3, b1, c31)

    const x2 = v128.load32_splat(a2 + at)
    c20 = multiplyAdd(x2, b0, c20)
    c21 = multiplyAdd(x2, b1, c21)

    const x1 = v128.load32_splat(a1 + at)
    c10 = multiplyAdd(x1, b0, c10)
    c11 = multiplyAdd(x1, b1, c11)

    const x0 = v128.load32_splat(a0 + at)
    c00 = multiplyAdd(x0, b0, c00)
    c01 = multiplyAdd(x0, b1, c01)

    if (isListed) {
      aCol += 4
    } else {
      a0 += aCol
      a1 += aCol
      a2 += aCol
      a3 += aCol
      a4 += aCol
    }
    b += bRow
  }

  storeRow(c, d, c00, c01)
  storeRow(c += cRow, d += dRow, c10, c11)
  storeRow(c += cRow, d += dRow, c20, c21)
  storeRow(c += cRow, d += dRow, c30, c31)
  storeRow(c += cRow, d += dRow, c40, c41)
}

@inline
function storeRow(c: usize, d: usize, sum0: v128, sum1: v128): void {
  v128.store(c, f32x4.add(v128.load(d), sum0))
  v128.store(c, f32x4.add(v128.load(d, 16), sum1), 16)
}
