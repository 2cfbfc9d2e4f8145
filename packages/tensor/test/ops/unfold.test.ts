import { describe, expect, it } from 'vitest'
import { arange, ShapeError, tensor } from '../../src/index'

describe('unfold', () => {
  it('gives all windows along a dimension, as a view', () => {
    const x = arange(5)
    const windows = x.unfold(0, 3, 2)
    expect(windows.toArray()).toEqual([
      [0, 1, 2],
      [2, 3, 4],
    ])
    expect(windows.storage).toBe(x.storage)
    expect(windows.strides).toEqual([2, 1])
  })

  it('takes windows of nothing, and a 0-d tensor as one element', () => {
    expect(arange(4).unfold(0, 0, 1).shape).toEqual([5, 0])
    expect(tensor(1).unfold(0, 1, 1).toArray()).toEqual([1])
    expect(tensor(1).unfold(0, 0, 1).shape).toEqual([0])
  })

  it('refuses windows that do not fit and steps that lead nowhere', () => {
    expect(() => arange(4).unfold(0, 5, 1)).toThrow('unfold: windows of 5 do not fit dimension 0 of [4]')
    expect(() => tensor(1).unfold(0, 2, 1)).toThrow(ShapeError)
    expect(() => arange(4).unfold(0, 2, 0)).toThrow(RangeError)
    expect(() => arange(4).unfold(0, -1, 1)).toThrow(RangeError)
  })
})
