import { loadPartial, storePartial } from './partial'

/**
 * out[i, j] = Op.of(a[i, j], b[i, j], alpha) for [m, n], `out` contiguous, strides in elements.
 *
 * A stride of 0 repeats an operand: both 0 is a scalar, row stride 0 one row for all rows, column stride 0 a number for
 * each row. `out` may be an operand with the same layout. `alpha` is a constant that some operations have.
 */
@inline
export function zip<Op>(
  a: usize, aRow: usize, aCol: usize,
  b: usize, bRow: usize, bCol: usize,
  out: usize, m: usize, n: usize,
  alpha: f32,
): void {
  for (; m > 0; m--) {
    if (aCol == 1 && bCol == 1) zipRow<Op>(a, 1, b, 1, out, n, alpha)
    else if (aCol == 1 && bCol == 0) zipRow<Op>(a, 1, b, 0, out, n, alpha)
    else if (aCol == 0 && bCol == 1) zipRow<Op>(a, 0, b, 1, out, n, alpha)
    else zipOneByOne<Op>(a, aCol, b, bCol, out, n, alpha)
    a += aRow * 4
    b += bRow * 4
    out += n * 4
  }
}

/** A row with column strides of 1 or 0, constants in each call: the compiler leaves out what the others need. */
@inline
function zipRow<Op>(a: usize, aCol: usize, b: usize, bCol: usize, out: usize, n: usize, alpha: f32): void {
  if (n == 0) return
  const op = changetype<Op>(0)
  const constant = f32x4.splat(alpha)
  const aNumber = v128.load32_splat(a)
  const bNumber = v128.load32_splat(b)
  for (; n >= 4; n -= 4) {
    const x = aCol ? v128.load(a) : aNumber
    const y = bCol ? v128.load(b) : bNumber
    v128.store(out, op.of(x, y, constant))
    a += aCol * 16
    b += bCol * 16
    out += 16
  }
  if (n > 0) {
    const x = aCol ? loadPartial(a, n, 1) : aNumber
    const y = bCol ? loadPartial(b, n, 1) : bNumber
    storePartial(out, op.of(x, y, constant), n)
  }
}

/** A row with any column strides. */
@inline
function zipOneByOne<Op>(a: usize, aCol: usize, b: usize, bCol: usize, out: usize, n: usize, alpha: f32): void {
  const op = changetype<Op>(0)
  const constant = f32x4.splat(alpha)
  for (; n > 0; n--) {
    v128.store_lane<f32>(out, op.of(v128.load32_splat(a), v128.load32_splat(b), constant), 0)
    a += aCol * 4
    b += bCol * 4
    out += 4
  }
}
