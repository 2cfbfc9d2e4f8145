import { describe, expect, it } from 'vitest'
import { arange, DTypeError, IndexError, ShapeError, take, takeAlongDim, tensor, zeros } from '../../src/index'

const x = arange(6).view(2, 3)

describe('take', () => {
  it('takes places in row-major order, in the shape of the index', () => {
    expect(take(x.t(), tensor([[1, -1]])).toArray()).toEqual([[3, 5]])
    expect(take(zeros([0]), tensor([], { dtype: 'int64' })).shape).toEqual([0])
  })

  it('refuses places out of range and other dtypes', () => {
    expect(() => take(x, tensor([6]))).toThrow(IndexError)
    expect(() => take(x, tensor([0], { dtype: 'int32' }))).toThrow(DTypeError)
  })
})

describe('takeAlongDim', () => {
  it('takes along a dimension what argmax found', () => {
    expect(takeAlongDim(x, x.argmax(1, { keepdim: true }), 1).toArray()).toEqual([[2], [5]])
  })

  it('broadcasts the other dimensions and counts from the end', () => {
    expect(takeAlongDim(x, tensor([[0, -1]]), 1).toArray()).toEqual([
      [0, 2],
      [3, 5],
    ])
  })

  it('goes through all elements without a dimension', () => {
    expect(takeAlongDim(x, tensor([[5], [0]])).toArray()).toEqual([5, 0])
  })

  it('refuses another number of dimensions, other dtypes and indices out of range', () => {
    expect(() => takeAlongDim(x, tensor([0]), 1)).toThrow(ShapeError)
    expect(() => takeAlongDim(x, tensor([[0.5]]), 1)).toThrow(DTypeError)
    expect(() => takeAlongDim(x, tensor([[3]]), 1)).toThrow(IndexError)
  })
})
