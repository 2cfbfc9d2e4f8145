import { expOf } from './vector/exp'
import { highF64, lowF64, sumLanesF64 } from './vector/horizontal'
import { logOf } from './vector/log'
import { loadPartial, storePartial } from './vector/partial'
import { maxRow, sumRow } from './vector/rows'

// Over the rows of a contiguous [m, n]. `out` may be an operand. Sums are kept in double precision.

/** out = e^(x - max) / sum of e^(x - max). */
export function softmax(x: usize, out: usize, m: usize, n: usize): void {
  for (; m > 0; m--) {
    const total = f32x4.splat(<f32>sumOfExp(x, out, n, maxRow(x, n), true))
    let p = out
    let left = n
    for (; left >= 4; left -= 4) {
      v128.store(p, f32x4.div(v128.load(p), total))
      p += 16
    }
    if (left > 0) storePartial(p, f32x4.div(loadPartial(p, left, 1), total), left)
    x += n * 4
    out += n * 4
  }
}

/** out = (x - max) - ln(sum of e^(x - max)). */
export function logSoftmax(x: usize, out: usize, m: usize, n: usize): void {
  for (; m > 0; m--) {
    const largest = maxRow(x, n)
    const max = f32x4.splat(largest)
    const logTotal = logOf(f32x4.splat(<f32>sumOfExp(x, out, n, largest, false)))
    let left = n
    for (; left >= 4; left -= 4) {
      v128.store(out, f32x4.sub(f32x4.sub(v128.load(x), max), logTotal))
      x += 16
      out += 16
    }
    if (left > 0) storePartial(out, f32x4.sub(f32x4.sub(loadPartial(x, left, 0), max), logTotal), left)
    x += left * 4
    out += left * 4
  }
}

/** The sum of e^(x - largest) over a row; the terms are stored in `out` if `keep`. */
@inline
function sumOfExp(x: usize, out: usize, n: usize, largest: f32, keep: bool): f64 {
  const max = f32x4.splat(largest)
  let s0 = f64x2.splat(0), s1 = f64x2.splat(0)
  for (; n >= 4; n -= 4) {
    const term = expOf(f32x4.sub(v128.load(x), max))
    if (keep) v128.store(out, term)
    s0 = f64x2.add(s0, lowF64(term))
    s1 = f64x2.add(s1, highF64(term))
    x += 16
    out += 16
  }
  if (n > 0) {
    // e^-infinity: the missing lanes add 0.
    const term = expOf(f32x4.sub(loadPartial(x, n, -Infinity), max))
    if (keep) storePartial(out, term, n)
    s0 = f64x2.add(s0, lowF64(term))
    s1 = f64x2.add(s1, highF64(term))
  }
  return sumLanesF64(f64x2.add(s0, s1))
}

/** out = (grad - sum of grad y) y, where y is the softmax. */
export function softmaxBackward(grad: usize, y: usize, out: usize, m: usize, n: usize): void {
  for (; m > 0; m--) {
    const total = f32x4.splat(<f32>dotRow(grad, y, n))
    let left = n
    for (; left >= 4; left -= 4) {
      v128.store(out, f32x4.mul(f32x4.sub(v128.load(grad), total), v128.load(y)))
      grad += 16
      y += 16
      out += 16
    }
    if (left > 0) {
      storePartial(out, f32x4.mul(f32x4.sub(loadPartial(grad, left, 0), total), loadPartial(y, left, 0)), left)
    }
    grad += left * 4
    y += left * 4
    out += left * 4
  }
}

/** The sum of a[i] b[i] for i < n. */
@inline
function dotRow(a: usize, b: usize, n: usize): f64 {
  let s0 = f64x2.splat(0), s1 = f64x2.splat(0)
  for (; n >= 4; n -= 4) {
    const product = f32x4.mul(v128.load(a), v128.load(b))
    s0 = f64x2.add(s0, lowF64(product))
    s1 = f64x2.add(s1, highF64(product))
    a += 16
    b += 16
  }
  let total = sumLanesF64(f64x2.add(s0, s1))
  for (; n > 0; n--) {
    total += <f64>(load<f32>(a) * load<f32>(b))
    a += 4
    b += 4
  }
  return total
}

/** out = grad - e^y sum of grad, where y is the log-softmax. */
export function logSoftmaxBackward(grad: usize, y: usize, out: usize, m: usize, n: usize): void {
  for (; m > 0; m--) {
    const total = f32x4.splat(<f32>sumRow(grad, n))
    let left = n
    for (; left >= 4; left -= 4) {
      v128.store(out, f32x4.sub(v128.load(grad), f32x4.mul(expOf(v128.load(y)), total)))
      grad += 16
      y += 16
      out += 16
    }
    if (left > 0) {
      const share = f32x4.mul(expOf(loadPartial(y, left, 0)), total)
      storePartial(out, f32x4.sub(loadPartial(grad, left, 0), share), left)
    }
    grad += left * 4
    y += left * 4
    out += left * 4
  }
}
