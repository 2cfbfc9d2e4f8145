import { describe, expect, it } from 'vitest'
import { arange, IndexError, rot90, ShapeError, tensor } from '../../src/index'

const x = arange(6).view(2, 3)

describe('rot90', () => {
  it('turns a plane, any number of times and either way', () => {
    const once = [
      [2, 5],
      [1, 4],
      [0, 3],
    ]
    expect(rot90(x).toArray()).toEqual(once)
    expect(rot90(x, -3).toArray()).toEqual(once)
    expect(rot90(x, 2).toArray()).toEqual([
      [5, 4, 3],
      [2, 1, 0],
    ])
    expect(rot90(x, -1).toArray()).toEqual([
      [3, 0],
      [4, 1],
      [5, 2],
    ])
    expect(rot90(x, 4).toArray()).toEqual(x.toArray())
  })

  it('refuses anything but two different dimensions', () => {
    expect(() => rot90(x, 1, [0])).toThrow(ShapeError)
    expect(() => rot90(x, 1, [0, -2])).toThrow(ShapeError)
    expect(() => rot90(x, 1, [0, 2])).toThrow(IndexError)
    expect(() => rot90(tensor([1]))).toThrow('rot90: expects at least 2 dimensions, got [1]')
  })
})
