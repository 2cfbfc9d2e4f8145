import { highF64, lowF64, maxLane, sumLanesF64 } from './horizontal'
import { loadPartial } from './partial'

/** The sum of x[i] for i < n, in double precision. */
export function sumRow(x: usize, n: usize): f64 {
  let s0 = f64x2.splat(0), s1 = f64x2.splat(0), s2 = f64x2.splat(0), s3 = f64x2.splat(0)
  for (; n >= 8; n -= 8) {
    const v = v128.load(x)
    const w = v128.load(x, 16)
    s0 = f64x2.add(s0, lowF64(v))
    s1 = f64x2.add(s1, highF64(v))
    s2 = f64x2.add(s2, lowF64(w))
    s3 = f64x2.add(s3, highF64(w))
    x += 32
  }
  let total = sumLanesF64(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)))
  for (; n > 0; n--) {
    total += <f64>load<f32>(x)
    x += 4
  }
  return total
}

/** The largest x[i] for i < n: NaN if one is NaN, -infinity if there is none. */
export function maxRow(x: usize, n: usize): f32 {
  // `pmax` is one instruction but ignores a NaN, so those are looked for apart.
  let best = f32x4.splat(-Infinity)
  let nan = i32x4.splat(0)
  for (; n >= 4; n -= 4) {
    const v = v128.load(x)
    best = f32x4.pmax(best, v)
    nan = v128.or(nan, f32x4.ne(v, v))
    x += 16
  }
  if (n > 0) {
    const v = loadPartial(x, n, -Infinity)
    best = f32x4.pmax(best, v)
    nan = v128.or(nan, f32x4.ne(v, v))
  }
  return v128.any_true(nan) ? NaN : maxLane(best)
}

/** out[i] = x[i] for i < n; a few elements faster than `memory.copy`, which is a call out of the module. */
@inline
export function copyRow(x: usize, out: usize, n: usize): void {
  for (; n >= 4; n -= 4) {
    v128.store(out, v128.load(x))
    x += 16
    out += 16
  }
  for (; n > 0; n--) {
    store<f32>(out, load<f32>(x))
    x += 4
    out += 4
  }
}
