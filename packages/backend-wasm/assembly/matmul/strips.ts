import { multiplyAdd } from '../vector/multiply-add'
import { loadPartial, storePartial } from '../vector/partial'

/**
 * c[n] = a[k] B[k, n] + d[n] for B with contiguous rows: one row of a product. Strides in bytes.
 *
 * For products with few rows: B is read once, which packing would only double. Every element is summed in the
 * order of k, as `multiplyTile` does.
 */
export function multiplyStrips(
  n: usize, k: usize,
  a: usize, aCol: usize,
  b: usize, bRow: usize,
  d: usize, dCol: usize,
  c: usize,
): void {
  for (; n >= 16; n -= 16) {
    strip16(k, a, aCol, b, bRow, d, dCol, c)
    b += 64
    d += 16 * dCol
    c += 64
  }
  for (; n >= 4; n -= 4) {
    let sum = f32x4.splat(0)
    for (let p: usize = 0; p < k; p++) {
      sum = multiplyAdd(v128.load32_splat(a + p * aCol), v128.load(b + p * bRow), sum)
    }
    v128.store(c, f32x4.add(v128.load(d), sum))
    b += 16
    d += 4 * dCol
    c += 16
  }
  if (n > 0) {
    let sum = f32x4.splat(0)
    for (let p: usize = 0; p < k; p++) {
      sum = multiplyAdd(v128.load32_splat(a + p * aCol), loadPartial(b + p * bRow, n, 0), sum)
    }
    storePartial(c, f32x4.add(loadPartial(d, n, 0), sum), n)
  }
}

/** 16 columns of c: wider strips run out of registers in Node 20. */
function strip16(k: usize, a: usize, aCol: usize, b: usize, bRow: usize, d: usize, dCol: usize, c: usize): void {
  let c0 = f32x4.splat(0), c1 = f32x4.splat(0), c2 = f32x4.splat(0), c3 = f32x4.splat(0)
  for (; k > 0; k--) {
    const x = v128.load32_splat(a)
    c0 = multiplyAdd(x, v128.load(b), c0)
    c1 = multiplyAdd(x, v128.load(b, 16), c1)
    c2 = multiplyAdd(x, v128.load(b, 32), c2)
    c3 = multiplyAdd(x, v128.load(b, 48), c3)
    a += aCol
    b += bRow
  }
  const step = 4 * dCol
  v128.store(c, f32x4.add(v128.load(d), c0))
  v128.store(c, f32x4.add(v128.load(d += step), c1), 16)
  v128.store(c, f32x4.add(v128.load(d += step), c2), 32)
  v128.store(c, f32x4.add(v128.load(d += step), c3), 48)
}
