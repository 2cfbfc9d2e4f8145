import { describe, expect, it } from 'vitest'
import { arange, flip, fliplr, flipud, IndexError, ShapeError, tensor } from '../../src/index'
import { layouts, sample } from '../support/samples'

const x = arange(6).view(2, 3)

describe('flip', () => {
  it('reverses the order along dimensions', () => {
    expect(flip(x, 1).toArray()).toEqual([
      [2, 1, 0],
      [5, 4, 3],
    ])
    expect(flip(x, [0, -1]).toArray()).toEqual([
      [5, 4, 3],
      [2, 1, 0],
    ])
    expect(flip(tensor(1), [0]).toArray()).toBe(1)
  })

  it('reads any memory order', () => {
    for (const layout of Object.values(layouts)) {
      const once = flip(layout(sample([3, 4, 5])), [0, 2])
      expect(flip(once, [0, 2]).toArray()).toEqual(sample([3, 4, 5]).toArray())
    }
  })

  it('refuses dimensions out of range or named twice', () => {
    expect(() => flip(x, [2])).toThrow(IndexError)
    expect(() => flip(x, [0, -2])).toThrow('flip: dimension 0 is named twice')
  })
})

describe('fliplr and flipud', () => {
  it('reverse columns and rows', () => {
    expect(fliplr(x).toArray()).toEqual(flip(x, 1).toArray())
    expect(flipud(x).toArray()).toEqual(flip(x, 0).toArray())
  })

  it('refuse tensors without them', () => {
    expect(() => fliplr(tensor([1]))).toThrow(ShapeError)
    expect(() => flipud(tensor(1))).toThrow(ShapeError)
  })
})
