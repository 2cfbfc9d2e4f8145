import type { Strided } from '../strided'

/** The strides and offset of one operand of a loop. */
export type Layout = Pick<Strided, 'strides' | 'offset'>

/**
 * One innermost run of a loop over several operands: operand i starts at `at[i]` and goes on by `step[i]`, for `length`
 * elements.
 */
export type Run = (at: readonly number[], length: number, step: readonly number[]) => void

/**
 * Walks several operands over `shape` in row-major order, run by run. Neighbouring dimensions that lie evenly in every
 * operand are walked as one, so operands without gaps come as a single run.
 */
export function forEachRun(shape: readonly number[], operands: readonly Layout[], run: Run): void {
  const { sizes, strides } = coalesce(shape, operands)
  const rank = sizes.length
  const at = operands.map((operand) => operand.offset)
  if (rank === 0) {
    run(
      at,
      1,
      at.map(() => 1),
    )
    return
  }
  const inner = rank - 1
  const length = sizes[inner] as number
  if (length === 0) return
  const step = strides.map((s) => s[inner] as number)
  forEachIndex(sizes.slice(0, inner), strides, at, () => run(at, length, step))
}

/** Calls `visit` for every index of `sizes` in row-major order, with the operands' positions kept up to date in `at`. */
export function forEachIndex(
  sizes: readonly number[],
  strides: readonly (readonly number[])[],
  at: number[],
  visit: () => void,
): void {
  if (sizes.includes(0)) return
  const rank = sizes.length
  const index = new Array<number>(rank).fill(0)
  for (;;) {
    visit()
    let d = rank - 1
    for (; d >= 0; d--) {
      const next = (index[d] as number) + 1
      const wraps = next === sizes[d]
      const move = wraps ? 1 - next : 1
      index[d] = wraps ? 0 : next
      for (let i = 0; i < at.length; i++) at[i] = (at[i] as number) + move * (strides[i]?.[d] as number)
      if (!wraps) break
    }
    if (d < 0) return
  }
}

/** Drops dimensions of size 1 and joins neighbours that are one even walk in every operand. */
function coalesce(shape: readonly number[], operands: readonly Layout[]): { sizes: number[]; strides: number[][] } {
  const sizes: number[] = []
  const strides: number[][] = operands.map(() => [])
  for (let d = 0; d < shape.length; d++) {
    const size = shape[d] as number
    if (size === 1) continue
    const last = sizes.length - 1
    const joins = last >= 0 && operands.every((x, i) => strides[i]?.[last] === size * (x.strides[d] as number))
    const place = joins ? last : sizes.length
    sizes[place] = joins ? (sizes[last] as number) * size : size
    for (let i = 0; i < operands.length; i++) {
      const own = strides[i] as number[]
      own[place] = operands[i]?.strides[d] as number
    }
  }
  return { sizes, strides }
}
