import { numelOf, type Strided } from '@nn/tensor'

/** x as [rows before the reduced dimensions, reduced, rows behind them], where they lie side by side. */
export function splitAt(x: Strided, dims: readonly number[]): [before: number, reduced: number, behind: number] | null {
  const first = dims[0] ?? x.shape.length
  const last = dims[dims.length - 1] ?? first - 1
  if (last - first + 1 !== dims.length) return null
  return [numelOf(x.shape.slice(0, first)), numelOf(x.shape.slice(first, last + 1)), numelOf(x.shape.slice(last + 1))]
}

/** x as [before, kept, behind], where the dimensions that are not reduced lie side by side. */
export function splitAround(x: Strided, dims: readonly number[]): ReturnType<typeof splitAt> {
  const kept: number[] = []
  for (let d = 0; d < x.shape.length; d++) if (x.shape[d] !== 1 && !dims.includes(d)) kept.push(d)
  return splitAt(x, kept)
}

/** x as [m, n] with the rows along `dim`, which is the last of more than one element. */
export function alongLast(x: Strided, dim: number): [m: number, n: number] | null {
  const split = splitAt(x, x.shape.length === 0 ? [] : [dim])
  if (split === null || split[2] !== 1) return null
  return [split[0], split[1]]
}
