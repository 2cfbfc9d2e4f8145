/** out[j, i] = x[i, j] for 4x4 elements; strides of the rows in bytes. */
@inline
export function transpose4x4(x: usize, xRow: usize, out: usize, outRow: usize): void {
  const x0 = v128.load(x)
  const x1 = v128.load(x + xRow)
  const x2 = v128.load(x + 2 * xRow)
  const x3 = v128.load(x + 3 * xRow)

  // Pairs of rows interleaved: columns 0 and 1 in the low ones, 2 and 3 in the high ones.
  const low01 = v128.shuffle<f32>(x0, x1, 0, 4, 1, 5)
  const low23 = v128.shuffle<f32>(x2, x3, 0, 4, 1, 5)
  const high01 = v128.shuffle<f32>(x0, x1, 2, 6, 3, 7)
  const high23 = v128.shuffle<f32>(x2, x3, 2, 6, 3, 7)

  v128.store(out, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5))
  v128.store(out + outRow, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7))
  v128.store(out + 2 * outRow, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5))
  v128.store(out + 3 * outRow, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7))
}
