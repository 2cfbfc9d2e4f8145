import type { Strided } from '../kernels/strided'
import { contiguousStrides, isContiguous, type Shape } from './shape'

/** How an operand lies in memory. */
type Layout = Pick<Strided, 'shape' | 'strides'>

/**
 * The strides of a result that is computed element by element: without gaps, and with the dimensions in the order that
 * they have in the operands, as PyTorch's `TensorIterator` gives it. The operands broadcast to the shape.
 */
export function resultStrides(shape: Shape, ...operands: readonly Layout[]): readonly number[] {
  if (operands.every((x) => isContiguous(x.shape, x.strides))) return contiguousStrides(shape)
  const strides = new Array<number>(shape.length)
  let step = 1
  for (const d of fromInnermost(shape, operands)) {
    strides[d] = step
    step *= Math.max(shape[d] as number, 1)
  }
  return strides
}

/** The strides of a copy: those of the original where it has no gaps, else its dimensions in the same order without them. */
export function preservedStrides(x: Layout): readonly number[] {
  return isDense(x) ? x.strides : resultStrides(x.shape, x)
}

/** True where the elements fill a stretch of memory, each place once. */
function isDense({ shape, strides }: Layout): boolean {
  if (isContiguous(shape, strides)) return true
  let step = 1
  for (const d of fromInnermost(shape, [{ shape, strides }])) {
    const size = shape[d] as number
    if (size !== 1 && strides[d] !== step) return false
    step *= size
  }
  return true
}

/**
 * The dimensions from the one with the smallest steps to the one with the largest. The first operand in which two of
 * them are told apart decides; a sort by insertion, since not every pair can be.
 */
function fromInnermost(shape: Shape, operands: readonly Layout[]): number[] {
  const steps = operands.map((x) => stepsOf(x, shape))
  const order = shape.map((_, d) => shape.length - 1 - d)
  for (let i = 1; i < order.length; i++) {
    let place = i
    for (let before = i - 1; before >= 0; before--) {
      const [a, b] = [order[before] as number, order[place] as number]
      const difference = compare(shape, steps, a, b)
      if (difference < 0) break
      if (difference === 0) continue
      order[before] = b
      order[place] = a
      place = before
    }
  }
  return order
}

/** Below 0 where dimension a belongs inside of b, above 0 outside, 0 where nothing tells. */
function compare(shape: Shape, steps: readonly (readonly number[])[], a: number, b: number): number {
  for (const of of steps) {
    const [stepA, stepB] = [of[a] as number, of[b] as number]
    if (stepA === 0 || stepB === 0) continue
    if (stepA !== stepB) return stepA - stepB
    if ((shape[a] as number) > (shape[b] as number)) return 1
  }
  return 0
}

/** The strides of an operand along the dimensions of the result, 0 where it is repeated. */
function stepsOf(x: Layout, shape: Shape): number[] {
  const lead = shape.length - x.shape.length
  return shape.map((size, d) =>
    d < lead || (x.shape[d - lead] === 1 && size !== 1) ? 0 : (x.strides[d - lead] as number),
  )
}

/**
 * The operands of an element-wise kernel with their dimensions in the order in which the output, the first of them, lies
 * in memory. What lies there in the same way becomes one flat walk.
 */
export function inMemoryOrder<Operands extends readonly Strided[]>(
  ...operands: Operands
): { readonly [I in keyof Operands]: Strided } {
  const { shape, strides } = operands[0] as Strided
  if (isContiguous(shape, strides)) return operands as { readonly [I in keyof Operands]: Strided }
  const order = strides.map((_, d) => d).sort((a, b) => (strides[b] as number) - (strides[a] as number))
  return operands.map((x) => permuted(x, order)) as { [I in keyof Operands]: Strided }
}

function permuted({ storage, dtype, offset, ...x }: Strided, order: readonly number[]): Strided {
  const shape = order.map((d) => x.shape[d] as number)
  const strides = order.map((d) => x.strides[d] as number)
  return { storage, dtype, shape, strides, offset }
}
