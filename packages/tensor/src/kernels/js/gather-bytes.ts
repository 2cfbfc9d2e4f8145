import type { Strided } from '../strided'

export function gatherBytes(bytes: Strided, rows: Strided, table: Strided, out: Strided): void {
  const from = bytes.storage.data
  const to = out.storage.data
  const values = table.storage.data
  const places = rows.storage.data
  const [rowStride] = bytes.strides as [number]
  const [count, length] = out.shape as [number, number]
  for (let i = 0; i < count; i++) {
    const start = bytes.offset + (places[rows.offset + i * (rows.strides[0] as number)] as number) * rowStride
    const target = out.offset + i * length
    for (let j = 0; j < length; j++) to[target + j] = values[table.offset + (from[start + j] as number)] as number
  }
}
