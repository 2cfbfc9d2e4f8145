import { highF64, lowF64 } from './vector/horizontal'
import { maxRow, sumRow } from './vector/rows'

// Sums are kept in double precision, in a fixed order, divided (by 1, or for a mean) and rounded once.

/** out[i] = the sum of x[b, i, j] over b and j, for x[batch, m, n] whose parts b are `step` elements apart. */
export function sumAround(x: usize, step: usize, out: usize, batch: usize, m: usize, n: usize, divisor: f64): void {
  for (; m > 0; m--) {
    let total: f64 = 0
    for (let b: usize = 0; b < batch; b++) total += sumRow(x + 4 * b * step, n)
    store<f32>(out, <f32>(total / divisor))
    x += n * 4
    out += 4
  }
}

/** out[b, j] = the sum of x[b, i, j] over i, for x[batch, m, n]. */
export function sumMiddle(x: usize, out: usize, batch: usize, m: usize, n: usize, divisor: f64): void {
  for (; batch > 0; batch--) {
    sumColumns(x, out, m, n, divisor)
    x += 4 * m * n
    out += 4 * n
  }
}

function sumColumns(x: usize, out: usize, m: usize, n: usize, divisor: f64): void {
  const row = n * 4
  for (; n >= 8; n -= 8) {
    sum8Columns(x, row, out, m, divisor)
    x += 32
    out += 32
  }
  for (; n > 0; n--) {
    let total: f64 = 0
    for (let i: usize = 0; i < m; i++) total += <f64>load<f32>(x + i * row)
    store<f32>(out, <f32>(total / divisor))
    x += 4
    out += 4
  }
}

function sum8Columns(x: usize, row: usize, out: usize, m: usize, divisor: f64): void {
  let s0 = f64x2.splat(0), s1 = f64x2.splat(0), s2 = f64x2.splat(0), s3 = f64x2.splat(0)
  for (; m > 0; m--) {
    const v = v128.load(x)
    const w = v128.load(x, 16)
    s0 = f64x2.add(s0, lowF64(v))
    s1 = f64x2.add(s1, highF64(v))
    s2 = f64x2.add(s2, lowF64(w))
    s3 = f64x2.add(s3, highF64(w))
    x += row
  }
  const d = f64x2.splat(divisor)
  storeRounded(out, f64x2.div(s0, d), f64x2.div(s1, d))
  storeRounded(out + 16, f64x2.div(s2, d), f64x2.div(s3, d))
}

/** Four sums, rounded to single precision. */
@inline
function storeRounded(out: usize, s0: v128, s1: v128): void {
  v128.store(out, v128.shuffle<f32>(f32x4.demote_f64x2_zero(s0), f32x4.demote_f64x2_zero(s1), 0, 1, 4, 5))
}

// Extremes of the rows of a contiguous x[m, n].

/** out[i] = the largest of row i, NaN if it has one. */
export function maxDim1(x: usize, out: usize, m: usize, n: usize): void {
  for (; m > 0; m--) {
    store<f32>(out, maxRow(x, n))
    x += n * 4
    out += 4
  }
}

/** out[i] = where the largest of row i first lies, or its first NaN, as a float64 (how int64 tensors are kept). */
export function argmaxDim1(x: usize, out: usize, m: usize, n: usize): void {
  for (; m > 0; m--) {
    store<f64>(out, <f64>argmaxRow(x, n))
    x += n * 4
    out += 8
  }
}

function argmaxRow(x: usize, n: usize): usize {
  let best: f32 = -Infinity
  let index: usize = 0
  for (let j: usize = 0; j < n; j++) {
    const value = load<f32>(x + j * 4)
    if (value <= best) continue
    if (isNaN(value)) return j
    best = value
    index = j
  }
  return index
}
