// The negative log-likelihood of classes, and its gradient. x is [m, n], and target a float64 array (how int64 tensors are
// kept) of m classes; the one called `ignored` counts for nothing.

/** out[0] = -sum of x[i, target[i]], or for the mean that over the number of terms: the result. NaN for a class out of range. */
export function nllLoss(
  x: usize, m: usize, n: usize, target: usize, ignored: f64, isMean: bool, out: usize,
): f64 {
  let sum: f64 = 0
  let count: f64 = 0
  for (; m > 0; m--) {
    const label = load<f64>(target)
    if (label != ignored) {
      if (!(label >= 0 && label < <f64>n)) return NaN
      sum -= <f64>load<f32>(x + 4 * <usize>label)
      count += 1
    }
    x += 4 * n
    target += 8
  }
  store<f32>(out, <f32>(isMean ? sum / count : sum))
  return count
}

/** out[i, j] = -share grad[0] where j is target[i], 0 elsewhere; the classes are in range. */
export function nllLossBackward(
  grad: usize, target: usize, m: usize, n: usize, ignored: f64, share: f64, out: usize,
): void {
  const gradient = <f32>(-share * <f64>load<f32>(grad))
  memory.fill(out, 0, m * n * 4)
  for (; m > 0; m--) {
    const label = load<f64>(target)
    if (label != ignored) store<f32>(out + 4 * <usize>label, gradient)
    out += 4 * n
    target += 8
  }
}
