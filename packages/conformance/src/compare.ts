import { Tensor } from '@nn/tensor'
import { decodeNumber, type EncodedTensor, isEncodedTensor } from '@nn/testing'
import type { Encoded } from './encoded'

/** How far a value may be from PyTorch's: absolutely, relative to it, and relative to the largest of its tensor. */
export interface Tolerance {
  readonly absolute: number
  readonly relative: number
  readonly ofLargest: number
}

/** PyTorch's own for float32, with room for sums in another order. */
export const forValues: Tolerance = { absolute: 1e-5, relative: 1.3e-5, ofLargest: 0 }
/**
 * Gradients are long sums. Where large terms cancel, what is left is their rounding, PyTorch's as well as ours: hence sixteen
 * units in the last place of the largest element.
 */
export const forGradients: Tolerance = { absolute: 1e-5, relative: 1e-4, ofLargest: 16 * 2 ** -23 }

export function isClose(ours: number, theirs: number, tolerance: Tolerance, largest = 0): boolean {
  if (Number.isNaN(theirs)) return Number.isNaN(ours)
  if (!Number.isFinite(theirs)) return ours === theirs
  const { absolute, relative, ofLargest } = tolerance
  return Math.abs(ours - theirs) <= absolute + relative * Math.abs(theirs) + ofLargest * largest
}

/** The largest finite magnitude among the elements. */
function largestOf({ data }: EncodedTensor): number {
  return data.reduce<number>((largest, encoded) => {
    const magnitude = Math.abs(decodeNumber(encoded))
    return Number.isFinite(magnitude) ? Math.max(largest, magnitude) : largest
  }, 0)
}

/** The first difference between our answer and PyTorch's, or null. */
export function firstDifference(ours: unknown, theirs: Encoded, tolerance: Tolerance): string | null {
  if (isEncodedTensor(theirs)) {
    return ours instanceof Tensor ? tensorDifference(ours, theirs, tolerance) : `expected a tensor, got ${typeof ours}`
  }
  if (Array.isArray(theirs)) {
    if (!Array.isArray(ours)) return `expected ${theirs.length} results, got ${typeof ours}`
    if (ours.length !== theirs.length) return `expected ${theirs.length} results, got ${ours.length}`
    for (const [i, part] of theirs.entries()) {
      const difference = firstDifference(ours[i], part, tolerance)
      if (difference !== null) return `result ${i}: ${difference}`
    }
    return null
  }
  const expected = typeof theirs === 'object' && theirs !== null && 'num' in theirs ? decodeNumber(theirs.num) : theirs
  if (typeof expected === 'number') {
    return typeof ours === 'number' && isClose(ours, expected, tolerance)
      ? null
      : `expected ${expected}, got ${String(ours)}`
  }
  return ours === expected ? null : `expected ${JSON.stringify(expected)}, got ${String(ours)}`
}

/** The first difference between two tensors: shape, dtype, then values in row-major order. */
export function tensorDifference(ours: Tensor, theirs: EncodedTensor, tolerance: Tolerance): string | null {
  const isExact = !ours.isFloatingPoint()
  const largest = largestOf(theirs)
  return differenceBy(ours, theirs, (value, expected) =>
    isExact ? value === expected : isClose(value, expected, tolerance, largest),
  )
}

/** The first difference between two tensors that should have the same bits; nine digits tell a float32. */
export function bitDifference(ours: Tensor, theirs: EncodedTensor): string | null {
  const asStored = theirs.dtype === 'float32' ? Math.fround : (expected: number): number => expected
  return differenceBy(ours, theirs, (value, expected) => value === asStored(expected))
}

function differenceBy(
  ours: Tensor,
  theirs: EncodedTensor,
  isSame: (value: number, expected: number) => boolean,
): string | null {
  const shapes = [ours.shape, theirs.shape].map((shape) => `[${shape.join(', ')}]`)
  if (shapes[0] !== shapes[1]) return `shape ${shapes[0]}, expected ${shapes[1]}`
  if (ours.dtype !== theirs.dtype) return `dtype ${ours.dtype}, expected ${theirs.dtype}`
  const values = ours.toTypedArray()
  for (const [i, encoded] of theirs.data.entries()) {
    const expected = decodeNumber(encoded)
    const value = values[i] as number
    if (!isSame(value, expected)) return `element ${i}: ${value}, expected ${expected}`
  }
  return null
}
