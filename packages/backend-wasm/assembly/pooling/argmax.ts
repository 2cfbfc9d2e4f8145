import { are4Even, endOf, startOf } from './windows'

/**
 * The place of the largest element of each window of x [planes, height, width], counted row by row in its plane: the
 * first of equals, and a NaN before all. It is written as a float64 (how int64 tensors are kept).
 */
export function poolArgmax(
  x: usize, planes: usize, height: usize, width: usize,
  rows: usize, rowCount: usize, rowStep: usize,
  cols: usize, colCount: usize, colStep: usize,
  out: usize,
): void {
  for (; planes > 0; planes--) {
    let c: usize = 0
    while (c < colCount) {
      // The last four may overlap those before.
      if (colCount >= 4 && c + 4 > colCount && are4Even(cols, colCount, colCount - 4)) c = colCount - 4
      const isVector = c + 4 <= colCount && are4Even(cols, colCount, c)
      const start = startOf(cols, c)
      const end = endOf(cols, colCount, c)
      const next = isVector ? startOf(cols, c + 1) - start : 0
      for (let r: usize = 0; r < rowCount; r++) {
        const top = startOf(rows, r)
        const bottom = endOf(rows, rowCount, r)
        const to = out + 8 * (r * colCount + c)
        if (isVector) argmaxOf4(x, width, top, bottom, rowStep, start, end, colStep, next, to)
        else store<f64>(to, argmaxOf1(x, width, top, bottom, rowStep, start, end, colStep))
      }
      c += isVector ? 4 : 1
    }
    x += 4 * height * width
    out += 8 * rowCount * colCount
  }
}

/** The window of the elements from [top, start] to [bottom, end]. */
@inline
function argmaxOf1(
  x: usize, width: usize,
  top: usize, bottom: usize, rowStep: usize,
  start: usize, end: usize, colStep: usize,
): f64 {
  let best: f32 = -Infinity
  let place = top * width + start
  for (let i = top; i < bottom; i += rowStep) {
    for (let j = start; j < end; j += colStep) {
      const at = i * width + j
      const value = load<f32>(x + 4 * at)
      // Chosen without a branch, which would be guessed wrong half of the time.
      const isBetter = i32(value > best) | i32(value != value)
      best = select(value, best, isBetter)
      place = select(at, place, isBetter)
    }
  }
  return <f64>place
}

/** That window and three more, `next` columns apart. */
@inline
function argmaxOf4(
  x: usize, width: usize,
  top: usize, bottom: usize, rowStep: usize,
  start: usize, end: usize, colStep: usize,
  next: usize, out: usize,
): void {
  const lanes = i32x4.mul(i32x4(0, 1, 2, 3), i32x4.splat(next))
  let best = f32x4.splat(-Infinity)
  let place = i32x4.add(i32x4.splat(top * width + start), lanes)
  for (let i = top; i < bottom; i += rowStep) {
    for (let j = start; j < end; j += colStep) {
      const at = i * width + j
      const p = x + 4 * at
      let value = v128.load32_splat(p)
      value = v128.load_lane<f32>(p + 4 * next, value, 1)
      value = v128.load_lane<f32>(p + 8 * next, value, 2)
      value = v128.load_lane<f32>(p + 12 * next, value, 3)
      const isBetter = v128.or(f32x4.gt(value, best), f32x4.ne(value, value))
      best = v128.bitselect(value, best, isBetter)
      place = v128.bitselect(i32x4.add(i32x4.splat(at), lanes), place, isBetter)
    }
  }
  v128.store(out, f64x2.convert_low_i32x4_s(place))
  v128.store(out, f64x2.convert_low_i32x4_s(v128.shuffle<i32>(place, place, 2, 3, 2, 3)), 16)
}
