import type { Strided } from '../strided'
import { forEachIndex } from './runs'

/** Rotations stop when two columns are orthogonal to this precision of their lengths. */
const PRECISION = 1e-15
const MAX_SWEEPS = 60

/**
 * The singular value decomposition of each matrix x [..., m, n] by Jacobi's method: the columns of x (or of its transpose,
 * where that is taller) are turned in pairs until all are orthogonal. Then they are the left singular vectors times the
 * singular values, and the turns multiply to the right ones.
 */
export function svd(x: Strided, u: Strided, s: Strided, v: Strided): void {
  const isWide = (x.shape.at(-2) as number) < (x.shape.at(-1) as number)
  const [tall, left, right] = isWide ? [transposed(x), v, u] : [x, u, v]
  const [rows, size] = tall.shape.slice(-2) as [number, number]
  const batch = x.shape.slice(0, -2)
  const at = [tall.offset, left.offset, s.offset, right.offset]
  const strides = [tall, left, s, right].map((t) => t.strides.slice(0, batch.length))
  forEachIndex(batch, strides, at, () => {
    const [from, atLeft, atValues, atRight] = at as [number, number, number, number]
    const columns = readColumns(tall, from, rows, size)
    const turns = Array.from({ length: size }, (_, j) => new Float64Array(size).fill(0).fill(1, j, j + 1))
    orthogonalize(columns, turns)
    const order = columns.map((column, j) => ({ j, length: Math.sqrt(dot(column, column)) }))
    order.sort((a, b) => b.length - a.length)
    order.forEach(({ j, length }, place) => {
      const scale = length === 0 ? 0 : 1 / length
      writeColumn(left, atLeft, place, columns[j] as Float64Array, scale)
      writeColumn(right, atRight, place, turns[j] as Float64Array, 1)
      s.storage.data[atValues + place * (s.strides.at(-1) as number)] = length
    })
  })
}

function transposed(x: Strided): Strided {
  const swap = (list: readonly number[]): number[] => [...list.slice(0, -2), ...list.slice(-2).reverse()]
  const { storage, dtype, offset } = x
  return { storage, dtype, shape: swap(x.shape), strides: swap(x.strides), offset }
}

function readColumns(x: Strided, from: number, rows: number, count: number): Float64Array[] {
  const [rowStep, columnStep] = x.strides.slice(-2) as [number, number]
  const data = x.storage.data
  return Array.from({ length: count }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => data[from + i * rowStep + j * columnStep] as number),
  )
}

function writeColumn(x: Strided, from: number, j: number, column: Float64Array, scale: number): void {
  const [rowStep, columnStep] = x.strides.slice(-2) as [number, number]
  const data = x.storage.data
  for (let i = 0; i < column.length; i++) data[from + i * rowStep + j * columnStep] = (column[i] as number) * scale
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** Turns pairs of columns, and those of `turns` along with them, until no pair needs it. */
function orthogonalize(columns: Float64Array[], turns: Float64Array[]): void {
  for (let sweep = 0, isDone = false; !isDone && sweep < MAX_SWEEPS; sweep++) {
    isDone = true
    for (let p = 0; p < columns.length; p++) {
      for (let q = p + 1; q < columns.length; q++) {
        const [a, b] = [columns[p] as Float64Array, columns[q] as Float64Array]
        const [aa, bb, ab] = [dot(a, a), dot(b, b), dot(a, b)]
        if (Math.abs(ab) <= PRECISION * Math.sqrt(aa * bb)) continue
        isDone = false
        const zeta = (bb - aa) / (2 * ab)
        const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta))
        turn(a, b, tangent)
        turn(turns[p] as Float64Array, turns[q] as Float64Array, tangent)
      }
    }
  }
}

/** Turns two columns in their plane. */
function turn(a: Float64Array, b: Float64Array, tangent: number): void {
  const cosine = 1 / Math.sqrt(1 + tangent * tangent)
  const sine = cosine * tangent
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number]
    a[i] = cosine * x - sine * y
    b[i] = sine * x + cosine * y
  }
}
