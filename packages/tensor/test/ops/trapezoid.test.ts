import { describe, expect, it } from 'vitest'
import { DTypeError, IndexError, ShapeError, tensor, trapezoid, zeros } from '../../src/index'

// PyTorch's answers.
describe('trapezoid', () => {
  const y = tensor([
    [1, 5, 10],
    [2, 3, 1],
  ]).float()

  it('integrates over even steps, over given places, and over places of their own for each row', () => {
    expect(trapezoid(y).toArray()).toEqual([10.5, 4.5])
    expect(trapezoid(y, null, { dx: 2 }).toArray()).toEqual([21, 9])
    expect(trapezoid(y, null, { dim: 0 }).toArray()).toEqual([1.5, 4, 5.5])
    expect(trapezoid(y, tensor([1, 3, 6])).toArray()).toEqual([28.5, 11])
    const places = tensor([
      [1, 3, 6],
      [0, 1, 5],
    ])
    expect(trapezoid(y, places, { dim: 1 }).toArray()).toEqual([28.5, 10.5])
  })

  it('of integers is floating point, and of nothing 0', () => {
    expect(trapezoid(tensor([1, 2, 4])).toArray()).toBe(4.5)
    expect(trapezoid(zeros([2, 0])).toArray()).toEqual([0, 0])
  })

  it('refuses places that do not fit, booleans, and a 0-d tensor', () => {
    expect(() => trapezoid(y, tensor([1, 2]))).toThrow(ShapeError)
    expect(() => trapezoid(tensor([true, true]))).toThrow(DTypeError)
    expect(() => trapezoid(tensor(1))).toThrow(IndexError)
  })
})
