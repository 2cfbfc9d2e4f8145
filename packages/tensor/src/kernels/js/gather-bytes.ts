import type { TypedArray } from '../../core/dtype'
import type { Strided } from '../strided'

export function gatherBytes(bytes: Strided, rows: Strided, table: Strided, out: Strided): void {
  const from = bytes.storage.data
  const to = out.storage.data
  const values = table.storage.data.subarray(table.offset, table.offset + 256)
  const places = rows.storage.data
  const [rowStride] = bytes.strides as [number]
  const [placeStride] = rows.strides as [number]
  const [count, length] = out.shape as [number, number]
  for (let i = 0; i < count; i++) {
    const start = bytes.offset + (places[rows.offset + i * placeStride] as number) * rowStride
    const target = out.offset + i * length
    lookUp(from.subarray(start, start + length), values, to.subarray(target, target + length))
  }
}

/** Four at a time: a loop around one costs as much as the look-up. */
function lookUp(bytes: TypedArray, values: TypedArray, out: TypedArray): void {
  const whole = bytes.length - (bytes.length % 4)
  for (let j = 0; j < whole; j += 4) {
    out[j] = values[bytes[j]!]!
    out[j + 1] = values[bytes[j + 1]!]!
    out[j + 2] = values[bytes[j + 2]!]!
    out[j + 3] = values[bytes[j + 3]!]!
  }
  for (let j = whole; j < bytes.length; j++) out[j] = values[bytes[j]!]!
}
