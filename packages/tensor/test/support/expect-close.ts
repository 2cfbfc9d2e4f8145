import { expect } from 'vitest'
import type { DType, Shape, Tensor } from '../../src/index'

/** How far apart values may be: some units in the last place of the dtype, relative and absolute. */
const tolerances: Readonly<Record<DType, number>> = {
  float32: 2e-6,
  float64: 1e-13,
  int64: 0,
  int32: 0,
  uint8: 0,
  bool: 0,
}

/** Compares a tensor with the shape, the dtype and the row-major values that it should have. */
export function expectClose(
  x: Tensor,
  expected: { readonly shape: Shape; readonly dtype: DType; readonly values: ArrayLike<number> },
): void {
  expect({ shape: x.shape, dtype: x.dtype }).toEqual({ shape: expected.shape, dtype: expected.dtype })
  const values = x.toTypedArray()
  const tolerance = tolerances[x.dtype]
  const round = x.dtype === 'float32' ? Math.fround : (value: number): number => value
  for (let i = 0; i < expected.values.length; i++) {
    const ours = values[i] as number
    const theirs = round(expected.values[i] as number)
    const isClose = Object.is(ours, theirs) || Math.abs(ours - theirs) <= tolerance * (1 + Math.abs(theirs))
    if (!isClose && ours !== theirs) expect.fail(`element ${i} of [${x.shape}] is ${ours}, expected ${theirs}`)
  }
  expect(values.length).toBe(expected.values.length)
}
