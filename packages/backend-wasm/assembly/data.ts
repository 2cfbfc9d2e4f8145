import { copyRow } from './vector/rows'

// Making a batch: rows picked by `index`, a float64 array (how int64 tensors are kept), in range.

const CACHE_LINE: usize = 64
const ROWS_AHEAD: usize = 8

/**
 * out[i, j] = table[bytes[index[i], j]] for [m, n].
 *
 * A table of 256 numbers holds any chain of scaling and normalising a byte, rounded as it would be step by step.
 */
export function gatherBytes(bytes: usize, index: usize, table: usize, out: usize, m: usize, n: usize): void {
  for (let i: usize = 0; i < m; i++) {
    if (i + ROWS_AHEAD < m) touchRow(bytes + <usize>load<f64>(index + 8 * ROWS_AHEAD) * n, n)
    lookUpRow(bytes + <usize>load<f64>(index) * n, table, out, n)
    index += 8
    out += n * 4
  }
}

/** Rows lie anywhere in memory: reading a byte of each cache line has them on their way while others are looked up. */
function touchRow(row: usize, n: usize): void {
  for (let i: usize = 0; i < n; i += CACHE_LINE) load<u8>(row + i)
}

function lookUpRow(bytes: usize, table: usize, out: usize, n: usize): void {
  for (; n >= 4; n -= 4) {
    const four = load<u32>(bytes)
    store<f32>(out, load<f32>(table + ((four & 0xff) << 2)))
    store<f32>(out, load<f32>(table + (((four >> 8) & 0xff) << 2)), 4)
    store<f32>(out, load<f32>(table + (((four >> 16) & 0xff) << 2)), 8)
    store<f32>(out, load<f32>(table + ((four >> 24) << 2)), 12)
    bytes += 4
    out += 16
  }
  for (; n > 0; n--) {
    store<f32>(out, load<f32>(table + (<usize>load<u8>(bytes) << 2)))
    bytes += 1
    out += 4
  }
}

/** out[i, j] = x[index[i], j] for [m, n]. */
export function gatherRows(x: usize, index: usize, out: usize, m: usize, n: usize): void {
  for (; m > 0; m--) {
    copyRow(x + <usize>load<f64>(index) * n * 4, out, n)
    index += 8
    out += n * 4
  }
}

/** out[index[i], j] += x[i, j] for [m, n], in order. */
export function addRows(x: usize, index: usize, out: usize, m: usize, n: usize): void {
  for (; m > 0; m--) {
    let to = out + <usize>load<f64>(index) * n * 4
    let left = n
    for (; left >= 4; left -= 4) {
      v128.store(to, f32x4.add(v128.load(to), v128.load(x)))
      to += 16
      x += 16
    }
    for (; left > 0; left--) {
      store<f32>(to, load<f32>(to) + load<f32>(x))
      to += 4
      x += 4
    }
    index += 8
  }
}
