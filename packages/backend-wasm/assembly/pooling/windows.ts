// Where the windows of a pool lie along one dimension is told by two lists of 32-bit numbers, one behind the other: where
// each window begins, and behind which element it ends.

@inline
export function startOf(windows: usize, i: usize): usize {
  return load<usize>(windows + 4 * i)
}

@inline
export function endOf(windows: usize, count: usize, i: usize): usize {
  return load<usize>(windows + 4 * (count + i))
}

/** True if the 4 windows from `i` have one size and begin at even distances. */
export function are4Even(windows: usize, count: usize, i: usize): bool {
  const start = startOf(windows, i)
  const step = startOf(windows, i + 1) - start
  const size = endOf(windows, count, i) - start
  for (let k: usize = 1; k < 4; k++) {
    if (startOf(windows, i + k) != start + k * step) return false
    if (endOf(windows, count, i + k) != start + k * step + size) return false
  }
  return true
}
