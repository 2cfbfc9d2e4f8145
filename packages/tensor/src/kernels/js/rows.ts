import type { Strided } from '../strided'
import { splitDims } from './reduction'
import { forEachIndex } from './runs'

/**
 * Calls `row` with the position at which each row along `dim` starts in every operand. The operands agree in all other
 * dimensions.
 */
export function forEachRow(operands: readonly Strided[], dim: number, row: (at: readonly number[]) => void): void {
  const [first] = operands as readonly [Strided, ...Strided[]]
  const { kept } = splitDims(first, [dim])
  const strides = operands.map((x) => kept.dims.map((d) => x.strides[d] as number))
  const at = operands.map((x) => x.offset)
  forEachIndex(kept.shape, strides, at, () => row(at))
}

/** The number of elements along `dim` and the step between them; a 0-d tensor is a row of one. */
export function rowOf(x: Strided, dim: number): { size: number; step: number } {
  return { size: x.shape[dim] ?? 1, step: x.strides[dim] ?? 1 }
}
