import { describe, expect, it } from 'vitest'
import { cdist, DTypeError, dist, ShapeError, tensor, zeros } from '../../src/index'
import { expectClose } from '../support/expect-close'

// PyTorch's answers.
describe('cdist', () => {
  const from = tensor([
    [0, 0],
    [1, 2],
  ]).float()
  const to = tensor([
    [3, 4],
    [1, 2],
    [-1, 0],
  ]).float()

  it.each([
    [0, [2, 2, 1, 2, 0, 2]],
    [0.5, [13.928203582763672, 5.828427791595459, 1, 7.999999523162842, 0, 7.999999523162842]],
    [1, [7, 3, 1, 4, 0, 4]],
    [2, [5, 2.2360680103302, 1, 2.8284270763397217, 0, 2.8284270763397217]],
    [Infinity, [4, 2, 1, 2, 0, 2]],
  ])('of order %d is the distance of every pair of rows', (p, values) => {
    expectClose(cdist(from, to, p), { shape: [2, 3], dtype: 'float32', values })
  })

  it('broadcasts leading dimensions, and has 0 between points without coordinates', () => {
    expect(cdist(zeros([5, 1, 2, 3]), zeros([4, 6, 3])).shape).toEqual([5, 4, 2, 6])
    expect(cdist(zeros([2, 0]), zeros([1, 0]), Infinity).toArray()).toEqual([[0], [0]])
  })

  it('refuses rows of different lengths, single points, integers and a negative order', () => {
    expect(() => cdist(zeros([2, 3]), zeros([2, 4]))).toThrow('cdist: rows have different lengths, [2, 3] and [2, 4]')
    expect(() => cdist(zeros([3]), zeros([3]))).toThrow(ShapeError)
    expect(() => cdist(tensor([[1]]), tensor([[1]]))).toThrow(DTypeError)
    expect(() => cdist(from, to, -1)).toThrow(RangeError)
  })
})

describe('dist', () => {
  it('is the norm of the difference', () => {
    expect(dist(tensor([1, 2, 3]).float(), tensor([1, 0, 0]).float(), 1).item()).toBe(5)
    expect(() => dist(tensor([1]), tensor([2]))).toThrow('dist: needs floating-point tensors')
  })
})
