// Picking elements along rows by `index`, a float64 array (how int64 tensors are kept).

/**
 * out[i, j] = x[i, index[i, j]] for [m, n] and rows of x of `size`. Where an index is out of range, 1 is stored at
 * `isOutside`, an int32, and its element of `out` is not written.
 */
export function gatherAlong(
  x: usize, m: usize, size: usize, index: usize, out: usize, n: usize, isOutside: usize,
): void {
  for (; m > 0; m--) {
    for (let j: usize = 0; j < n; j++) {
      const place = load<f64>(index)
      if (place >= 0 && place < <f64>size) store<f32>(out, load<f32>(x + 4 * <usize>place))
      else store<i32>(isOutside, 1)
      index += 8
      out += 4
    }
    x += 4 * size
  }
}

/** out[i, index[i, j]] += src[i, j], in order, likewise. */
export function scatterAddAlong(
  src: usize, m: usize, n: usize, index: usize, out: usize, size: usize, isOutside: usize,
): void {
  for (; m > 0; m--) {
    for (let j: usize = 0; j < n; j++) {
      const place = load<f64>(index)
      if (place >= 0 && place < <f64>size) {
        const to = out + 4 * <usize>place
        store<f32>(to, load<f32>(to) + load<f32>(src))
      } else {
        store<i32>(isOutside, 1)
      }
      index += 8
      src += 4
    }
    out += 4 * size
  }
}
