import { sumLanesOf4 } from '../vector/horizontal'
import { multiplyAdd } from '../vector/multiply-add'

/**
 * c[j] = x · y[j] + d[j] for `count` vectors y of length k, x and every y contiguous. Strides in bytes.
 *
 * For products with few rows, or few columns, whose operands lie along k: each y is read once, which packing would
 * only double. Four dots at a time; the last group repeats its last vector rather than read past it.
 */
export function multiplyDots(
  count: usize, k: usize,
  x: usize,
  y: usize, yStep: usize,
  d: usize, dStep: usize,
  c: usize, cStep: usize,
): void {
  for (let j: usize = 0; j < count; j += 4) {
    const last = count - 1 - j
    const y1 = y + min<usize>(last, 1) * yStep
    const y2 = y + min<usize>(last, 2) * yStep
    const y3 = y + min<usize>(last, 3) * yStep
    const sums = dots4(k, x, y, y1, y2, y3)
    addTo(c, d, f32x4.extract_lane(sums, 0))
    if (last > 0) addTo(c + cStep, d + dStep, f32x4.extract_lane(sums, 1))
    if (last > 1) addTo(c + 2 * cStep, d + 2 * dStep, f32x4.extract_lane(sums, 2))
    if (last > 2) addTo(c + 3 * cStep, d + 3 * dStep, f32x4.extract_lane(sums, 3))
    y += 4 * yStep
    d += 4 * dStep
    c += 4 * cStep
  }
}

@inline
function addTo(c: usize, d: usize, sum: f32): void {
  store<f32>(c, load<f32>(d) + sum)
}

/** Four dot products of length k: 4 running sums each, then the remainder one by one. */
function dots4(k: usize, x: usize, y0: usize, y1: usize, y2: usize, y3: usize): v128 {
  let s0 = f32x4.splat(0), s1 = f32x4.splat(0), s2 = f32x4.splat(0), s3 = f32x4.splat(0)
  const end = x + ((k & ~3) << 2)
  while (x < end) {
    const xs = v128.load(x)
    s0 = multiplyAdd(xs, v128.load(y0), s0)
    s1 = multiplyAdd(xs, v128.load(y1), s1)
    s2 = multiplyAdd(xs, v128.load(y2), s2)
    s3 = multiplyAdd(xs, v128.load(y3), s3)
    x += 16
    y0 += 16
    y1 += 16
    y2 += 16
    y3 += 16
  }
  let sums = sumLanesOf4(s0, s1, s2, s3)
  for (k &= 3; k > 0; k--) {
    const y = f32x4(load<f32>(y0), load<f32>(y1), load<f32>(y2), load<f32>(y3))
    sums = multiplyAdd(v128.load32_splat(x), y, sums)
    x += 4
    y0 += 4
    y1 += 4
    y2 += 4
    y3 += 4
  }
  return sums
}
