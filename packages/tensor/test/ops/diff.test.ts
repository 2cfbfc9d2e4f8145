import { describe, expect, it } from 'vitest'
import { diff, ShapeError, tensor, zeros } from '../../src/index'

// PyTorch's answers.
describe('diff', () => {
  it('takes differences along a dimension, as often as it is told', () => {
    expect(diff(tensor([1, 3, 6, 10]), 2).toArray()).toEqual([1, 1])
    const x = tensor([
      [1, 2, 4],
      [1, 5, 5],
    ])
    expect(diff(x, 1, 0).toArray()).toEqual([[0, 3, 1]])
  })

  it('tells where booleans change', () => {
    expect(diff(tensor([true, false, false])).toArray()).toEqual([true, false])
  })

  it('joins what is given in front and behind', () => {
    expect(diff(tensor([5, 7]), 1, 0, { prepend: tensor([1]), append: tensor([10]) }).toArray()).toEqual([4, 2, 3])
  })

  it('is empty where there are too few elements, and x itself for n = 0', () => {
    expect(diff(tensor([1, 2]), 5).shape).toEqual([0])
    expect(diff(tensor([1, 2]), 0, 0, { prepend: tensor([7]) }).toArray()).toEqual([1, 2])
  })

  it('refuses a negative n, a 0-d tensor, and parts that do not fit', () => {
    expect(() => diff(tensor([1, 2]), -1)).toThrow(RangeError)
    expect(() => diff(tensor(1))).toThrow(ShapeError)
    expect(() => diff(zeros([2, 3]), 1, -1, { prepend: zeros([1, 2]) })).toThrow(ShapeError)
  })
})
