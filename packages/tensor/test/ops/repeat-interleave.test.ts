import { describe, expect, it } from 'vitest'
import { arange, DTypeError, repeatInterleave, ShapeError, tensor } from '../../src/index'

const x = arange(6).view(2, 3)

describe('repeatInterleave', () => {
  it('repeats each element, or each index of a dimension', () => {
    expect(repeatInterleave(tensor([1, 2]), 2).toArray()).toEqual([1, 1, 2, 2])
    expect(repeatInterleave(tensor(7), 2).toArray()).toEqual([7, 7])
    expect(repeatInterleave(x, 2, 1).toArray()).toEqual([
      [0, 0, 1, 1, 2, 2],
      [3, 3, 4, 4, 5, 5],
    ])
  })

  it('takes a count for each index, or one for all, as a tensor', () => {
    expect(repeatInterleave(x, tensor([1, 2]), 0).toArray()).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [3, 4, 5],
    ])
    expect(repeatInterleave(x, tensor([2]), 1).toArray()).toEqual(repeatInterleave(x, 2, 1).toArray())
  })

  it('checks the size that it shall come to', () => {
    expect(repeatInterleave(x, 2, 0, { outputSize: 4 }).shape).toEqual([4, 3])
    expect(() => repeatInterleave(x, 2, 0, { outputSize: 5 })).toThrow(ShapeError)
  })

  it('refuses counts that do not fit, are negative, or no integers', () => {
    expect(() => repeatInterleave(x, tensor([1, 2]), 1)).toThrow(
      'repeatInterleave: 2 repeats for a dimension of size 3',
    )
    expect(() => repeatInterleave(x, -1)).toThrow(RangeError)
    expect(() => repeatInterleave(x, tensor([1.5, 2]), 0)).toThrow(DTypeError)
    expect(() => repeatInterleave(x, tensor([[1, 2]]), 0)).toThrow(ShapeError)
  })
})
