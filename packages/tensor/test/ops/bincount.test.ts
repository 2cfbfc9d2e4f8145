import { describe, expect, it } from 'vitest'
import { bincount, DTypeError, ShapeError, tensor } from '../../src/index'

describe('bincount', () => {
  it('counts, or adds up weights, in at least as many bins as asked for', () => {
    expect(bincount(tensor([0, 2, 2])).toArray()).toEqual([1, 0, 2])
    expect(bincount(tensor([1]), { minlength: 4 }).toArray()).toEqual([0, 1, 0, 0])
    expect(bincount(tensor([1, 1]), { weights: tensor([0.5, 1]) }).toArray()).toEqual([0, 1.5])
  })

  it('adds up integer weights in float64', () => {
    expect(bincount(tensor([1, 1]), { weights: tensor([5, 1]) }).dtype).toBe('float64')
  })

  it('refuses negative elements, fractions, and several dimensions', () => {
    expect(() => bincount(tensor([1, -1]))).toThrow(RangeError)
    expect(() => bincount(tensor([1.5]))).toThrow(DTypeError)
    expect(() => bincount(tensor([[1]]))).toThrow(ShapeError)
  })
})
