import type { Strided } from '@nn/tensor'

/** Operands seen as matrices of one size: the strides of each between rows and between columns. */
export interface Rows {
  readonly m: number
  readonly n: number
  /** Row stride and column stride of each operand, in elements. */
  readonly strides: readonly (readonly [row: number, col: number])[]
}

/**
 * Sees operands of any rank as matrices, joining dimensions that are one even walk in every operand. Null where that
 * leaves more than two dimensions.
 */
export function asRows(shape: readonly number[], operands: readonly Pick<Strided, 'strides'>[]): Rows | null {
  const sizes = [1, 1]
  const strides = operands.map(() => [0, 0] as [number, number])
  // From the innermost dimension outwards: first the columns take what joins, then the rows.
  let place = 1
  let isEmpty = true
  for (let d = shape.length - 1; d >= 0; d--) {
    const size = shape[d] as number
    if (size === 1) continue
    const joins = operands.every((x, i) => x.strides[d] === (sizes[place] as number) * (strides[i]?.[place] as number))
    if (!isEmpty && !joins) {
      if (place === 0) return null
      place = 0
      isEmpty = true
    }
    if (isEmpty) {
      sizes[place] = size
      for (let i = 0; i < operands.length; i++) {
        const own = strides[i] as [number, number]
        own[place] = operands[i]?.strides[d] as number
      }
      isEmpty = false
    } else sizes[place] = (sizes[place] as number) * size
  }
  return { m: sizes[0] as number, n: sizes[1] as number, strides }
}
