import { highF64, lowF64 } from './vector/horizontal'
import { maxRow, sumRow } from './vector/rows'

// Reductions of a contiguous x[m, n]. Sums are kept in double precision, in a fixed order, and rounded once.

/** out[0] = the sum of n elements. */
export function sum(x: usize, out: usize, n: usize): void {
  store<f32>(out, <f32>sumRow(x, n))
}

/** out[i] = the sum of row i. */
export function sumDim1(x: usize, out: usize, m: usize, n: usize): void {
  for (; m > 0; m--) {
    store<f32>(out, <f32>sumRow(x, n))
    x += n * 4
    out += 4
  }
}

/** out[j] = the sum of column j. */
export function sumDim0(x: usize, out: usize, m: usize, n: usize): void {
  const row = n * 4
  for (; n >= 8; n -= 8) {
    sum8Columns(x, row, out, m)
    x += 32
    out += 32
  }
  for (; n > 0; n--) {
    let total: f64 = 0
    for (let i: usize = 0; i < m; i++) total += <f64>load<f32>(x + i * row)
    store<f32>(out, <f32>total)
    x += 4
    out += 4
  }
}

function sum8Columns(x: usize, row: usize, out: usize, m: usize): void {
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
  storeRounded(out, s0, s1)
  storeRounded(out + 16, s2, s3)
}

/** Four sums, rounded to single precision. */
@inline
function storeRounded(out: usize, s0: v128, s1: v128): void {
  v128.store(out, v128.shuffle<f32>(f32x4.demote_f64x2_zero(s0), f32x4.demote_f64x2_zero(s1), 0, 1, 4, 5))
}

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
