import { describe, expect, it } from 'vitest'
import { arange, IndexError, roll, ShapeError, tensor, zeros } from '../../src/index'

const x = arange(6).view(2, 3)

describe('roll', () => {
  it('moves what leaves at one end to the other', () => {
    expect(roll(arange(5), 7).toArray()).toEqual([3, 4, 0, 1, 2])
    expect(roll(x, -1, 1).toArray()).toEqual([
      [1, 2, 0],
      [4, 5, 3],
    ])
  })

  it('goes through all elements without dimensions', () => {
    expect(roll(x, 1).toArray()).toEqual([
      [5, 0, 1],
      [2, 3, 4],
    ])
  })

  it('takes a dimension more than once', () => {
    expect(roll(x, [1, 1], [0, 0]).toArray()).toEqual(x.toArray())
  })

  it('leaves nothing as it is', () => {
    expect(roll(zeros([0, 2]), 3, 0).shape).toEqual([0, 2])
    expect(roll(tensor(1), 10).toArray()).toBe(1)
  })

  it('refuses shifts that do not pair with dimensions, and dimensions of a 0-d tensor', () => {
    expect(() => roll(x, [2, 1], 0)).toThrow('roll: 2 shifts for 1 dimensions')
    expect(() => roll(x, [1, 1])).toThrow(ShapeError)
    expect(() => roll(x, [], [])).toThrow(ShapeError)
    expect(() => roll(tensor(1), 0, 0)).toThrow(IndexError)
    expect(() => roll(x, 0.5)).toThrow('roll: shifts must be an integer or a list of integers, as [2, 3], got 0.5')
  })
})
