import { describe, expect, it } from 'vitest'
import { DTypeError, median, ShapeError, tensor, zeros } from '../../src/index'

describe('median', () => {
  it('is the lower of two in the middle', () => {
    expect(median(tensor([4, 1, 3, 2])).item()).toBe(2)
  })

  it('along a dimension names its place: of equal elements the one that sorts to the middle, of NaN the first', () => {
    const { values, indices } = median(
      tensor([
        [4, 1, 3, 2],
        [NaN, 1, NaN, 0],
        [2, 2, 2, 1],
      ]),
      1,
    )
    expect(values.toArray()).toEqual([2, NaN, 2])
    expect(indices.toArray()).toEqual([3, 0, 0])
  })

  it('of no elements is NaN', () => {
    expect(median(zeros([0])).item()).toBeNaN()
  })

  it('refuses an empty dimension and booleans', () => {
    expect(() => median(zeros([0, 2]), 0)).toThrow(ShapeError)
    expect(() => median(tensor([true]))).toThrow(DTypeError)
  })
})
