import { storeUpTo4 } from './vector/partial'

// Comparisons, which give bytes of 0 or 1, and what depends on such bytes. Strides are in elements and repeat an operand
// where they are 0; the rows of `out` are contiguous.

@unmanaged class Equal {
  @inline of(a: v128, b: v128): v128 { return f32x4.eq(a, b) }
}
@unmanaged class Less {
  @inline of(a: v128, b: v128): v128 { return f32x4.lt(a, b) }
}
@unmanaged class LessOrEqual {
  @inline of(a: v128, b: v128): v128 { return f32x4.le(a, b) }
}

/** out[i, j] = a[i, j] == b[i, j] for [m, n]; `isNot` gives the opposite. */
export function equal(
  a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize, out: usize, m: usize, n: usize, isNot: bool,
): void { compare<Equal>(a, aRow, aCol, b, bRow, bCol, out, m, n, isNot) }

/** out[i, j] = a[i, j] < b[i, j]. */
export function less(
  a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize, out: usize, m: usize, n: usize,
): void { compare<Less>(a, aRow, aCol, b, bRow, bCol, out, m, n, false) }

/** out[i, j] = a[i, j] <= b[i, j]. */
export function lessOrEqual(
  a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize, out: usize, m: usize, n: usize,
): void { compare<LessOrEqual>(a, aRow, aCol, b, bRow, bCol, out, m, n, false) }

@inline
function compare<Op>(
  a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize, out: usize, m: usize, n: usize, isNot: bool,
): void {
  const op = changetype<Op>(0)
  const flip = i8x16.splat(isNot ? -1 : 0)
  for (; m > 0; m--) {
    let x = a
    let y = b
    let left = n
    while (left > 0) {
      const count = min(left, 4)
      const mask = v128.xor(op.of(loadAny(x, aCol, count), loadAny(y, bCol, count)), flip)
      storeBytes(out, mask, count)
      x += 4 * count * aCol
      y += 4 * count * bCol
      out += count
      left -= count
    }
    a += 4 * aRow
    b += 4 * bRow
  }
}

/** out[i, j] = condition[i, j] ? a[i, j] : b[i, j] for [m, n], with a condition of bytes. */
export function where(
  condition: usize, cRow: usize, cCol: usize, a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize,
  out: usize, m: usize, n: usize,
): void {
  for (; m > 0; m--) {
    let c = condition
    let x = a
    let y = b
    let left = n
    while (left > 0) {
      const count = min(left, 4)
      const isTrue = i32x4.ne(loadBytes(c, cCol, count), i32x4.splat(0))
      storeUpTo4(out, v128.bitselect(loadAny(x, aCol, count), loadAny(y, bCol, count), isTrue), count)
      c += count * cCol
      x += 4 * count * aCol
      y += 4 * count * bCol
      out += 4 * count
      left -= count
    }
    condition += cRow
    a += 4 * aRow
    b += 4 * bRow
  }
}

/** `count` (1 to 4) numbers at p, `step` elements apart. */
@inline
function loadAny(p: usize, step: usize, count: usize): v128 {
  if (step == 0) return v128.load32_splat(p)
  if (step == 1 && count == 4) return v128.load(p)
  let v = v128.load32_zero(p)
  if (count > 1) v = v128.load_lane<f32>(p + 4 * step, v, 1)
  if (count > 2) v = v128.load_lane<f32>(p + 8 * step, v, 2)
  return count > 3 ? v128.load_lane<f32>(p + 12 * step, v, 3) : v
}

/** `count` (1 to 4) bytes at p, `step` apart, as the lanes of a vector. */
@inline
function loadBytes(p: usize, step: usize, count: usize): v128 {
  if (step == 1 && count == 4) return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(p)))
  let v = i32x4.splat(<i32>load<u8>(p))
  if (step == 0) return v
  if (count > 1) v = i32x4.replace_lane(v, 1, <i32>load<u8>(p + step))
  if (count > 2) v = i32x4.replace_lane(v, 2, <i32>load<u8>(p + 2 * step))
  return count > 3 ? i32x4.replace_lane(v, 3, <i32>load<u8>(p + 3 * step)) : v
}

/** A byte of 0 or 1 for each of the first `count` lanes of a mask. */
@inline
function storeBytes(p: usize, mask: v128, count: usize): void {
  const ones = v128.and(mask, i32x4.splat(1))
  // The lowest byte of each lane.
  const bytes = i32x4.extract_lane(i8x16.shuffle(ones, ones, 0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12), 0)
  if (count == 4) {
    store<i32>(p, bytes)
    return
  }
  store<u8>(p, <u8>bytes)
  if (count > 1) store<u8>(p, <u8>(bytes >> 8), 1)
  if (count > 2) store<u8>(p, <u8>(bytes >> 16), 2)
}
