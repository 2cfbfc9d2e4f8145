import { describe, expect, it } from 'vitest'
import { arange, DTypeError, inner, ones, ShapeError, tensor, tensordot, zeros } from '../../src/index'

const x = arange(6).view(2, 3).float()

// PyTorch's answers.
describe('tensordot', () => {
  it('sums over the last dimensions of one and the first of the other', () => {
    expect(tensordot(x, x, 2).item()).toBe(55)
    expect(tensordot(x, x, 0).shape).toEqual([2, 3, 2, 3])
    expect(tensordot(ones([2, 3]), ones([3, 4]), 1).shape).toEqual([2, 4])
  })

  it('sums over named dimensions, in pairs', () => {
    expect(tensordot(x, x, [[1], [1]]).toArray()).toEqual([
      [5, 14],
      [14, 50],
    ])
  })

  it('repeats a dimension of size 1', () => {
    expect(tensordot(ones([2, 1]), ones([3]), [[1], [0]]).toArray()).toEqual([3, 3])
  })

  it('refuses dimensions that do not fit, named twice, or too many', () => {
    expect(() => tensordot(x, x, [[0], [1]])).toThrow(ShapeError)
    expect(() =>
      tensordot(x, x, [
        [0, 0],
        [0, 0],
      ]),
    ).toThrow(ShapeError)
    expect(() => tensordot(x, x, [[0], [0, 1]])).toThrow(ShapeError)
    expect(() => tensordot(x, x, 3)).toThrow('tensordot: 3 dimensions cannot be taken from [2, 3] and [2, 3]')
    expect(() => tensordot(x, x, -1)).toThrow(ShapeError)
    expect(() => tensordot(x, x.long(), 2)).toThrow(DTypeError)
  })
})

describe('inner', () => {
  it('sums over the last dimension of both', () => {
    expect(inner(x, tensor([1, 2, 3], { dtype: 'float32' })).toArray()).toEqual([8, 26])
  })

  it('multiplies by a 0-d tensor', () => {
    expect(inner(tensor(2), x).toArray()).toEqual(x.mul(2).toArray())
  })

  it('refuses last dimensions that differ', () => {
    expect(() => inner(x, zeros([2]))).toThrow('inner: the last dimensions differ, [2, 3] and [2]')
  })
})
