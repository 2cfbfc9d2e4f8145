import { matmul } from './matmul'

/** `count` products one after the other, `aStep`, `bStep` and `cStep` elements apart, as `matmul` computes each. */
export function matmulBatch(
  count: usize, aStep: usize, bStep: usize, cStep: usize,
  m: usize, n: usize, k: usize,
  a: usize, aRow: usize, aCol: usize,
  b: usize, bRow: usize, bCol: usize,
  d: usize, dRow: usize,
  c: usize, cRow: usize,
  scratch: usize,
): void {
  for (; count > 0; count--) {
    matmul(m, n, k, a, aRow, aCol, b, bRow, bCol, d, dRow, c, cRow, scratch)
    a += aStep * 4
    b += bStep * 4
    c += cStep * 4
  }
}
