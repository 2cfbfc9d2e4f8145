import { describe, expect, it } from 'vitest'
import { arange, ShapeError, tensor, unfold } from '../../src/index'

describe('unfold', () => {
  it('gives all windows along a dimension, as a view', () => {
    const x = arange(5)
    const windows = unfold(x, 0, 3, 2)
    expect(windows.toArray()).toEqual([
      [0, 1, 2],
      [2, 3, 4],
    ])
    expect(windows.storage).toBe(x.storage)
    expect(windows.strides).toEqual([2, 1])
  })

  it('takes windows of nothing, and a 0-d tensor as one element', () => {
    expect(unfold(arange(4), 0, 0, 1).shape).toEqual([5, 0])
    expect(unfold(tensor(1), 0, 1, 1).toArray()).toEqual([1])
    expect(unfold(tensor(1), 0, 0, 1).shape).toEqual([0])
  })

  it('refuses windows that do not fit and steps that lead nowhere', () => {
    expect(() => unfold(arange(4), 0, 5, 1)).toThrow('unfold: windows of 5 do not fit dimension 0 of [4]')
    expect(() => unfold(tensor(1), 0, 2, 1)).toThrow(ShapeError)
    expect(() => unfold(arange(4), 0, 2, 0)).toThrow(RangeError)
    expect(() => unfold(arange(4), 0, -1, 1)).toThrow(RangeError)
  })
})
