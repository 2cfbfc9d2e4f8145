/** The tile of C that stays in registers: 10 accumulators, 2 vectors of B, 1 element of A, 1 product. */
export const TILE_ROWS: usize = 5
export const TILE_COLS: usize = 8

/**
 * C[5, 8] = A[5, k] B[k, 8] + D[5, 8], the one place where large products are computed.
 *
 * A is read element by element, so any strides will do; a row of B and of D is 8 neighbours. D may be C itself
 * (accumulate), a row with stride 0 (a bias) or zeros. Strides in bytes. Every element is summed in the order of k.
 *
 * The rows are visited last to first on purpose: Node 20's compiler then puts each load of A next to its use. First to
 * last, it moves all five loads to the front, runs out of registers, and the loop takes twice as long.
 */
export function multiplyTile(
  k: usize,
  a: usize, aRow: usize, aCol: usize,
  b: usize, bRow: usize,
  d: usize, dRow: usize,
  c: usize, cRow: usize,
): void {
  let a0 = a
  let a1 = a0 + aRow
  let a2 = a1 + aRow
  let a3 = a2 + aRow
  let a4 = a3 + aRow

  let c00 = f32x4.splat(0), c01 = f32x4.splat(0)
  let c10 = f32x4.splat(0), c11 = f32x4.splat(0)
  let c20 = f32x4.splat(0), c21 = f32x4.splat(0)
  let c30 = f32x4.splat(0), c31 = f32x4.splat(0)
  let c40 = f32x4.splat(0), c41 = f32x4.splat(0)

  for (; k > 0; k--) {
    const b0 = v128.load(b)
    const b1 = v128.load(b, 16)

    const x4 = v128.load32_splat(a4)
    c40 = f32x4.add(c40, f32x4.mul(x4, b0))
    c41 = f32x4.add(c41, f32x4.mul(x4, b1))

    const x3 = v128.load32_splat(a3)
    c30 = f32x4.add(c30, f32x4.mul(x3, b0))
    c31 = f32x4.add(c31, f32x4.mul(x3, b1))

    const x2 = v128.load32_splat(a2)
    c20 = f32x4.add(c20, f32x4.mul(x2, b0))
    c21 = f32x4.add(c21, f32x4.mul(x2, b1))

    const x1 = v128.load32_splat(a1)
    c10 = f32x4.add(c10, f32x4.mul(x1, b0))
    c11 = f32x4.add(c11, f32x4.mul(x1, b1))

    const x0 = v128.load32_splat(a0)
    c00 = f32x4.add(c00, f32x4.mul(x0, b0))
    c01 = f32x4.add(c01, f32x4.mul(x0, b1))

    a0 += aCol
    a1 += aCol
    a2 += aCol
    a3 += aCol
    a4 += aCol
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
