import { describe, expect, it } from 'vitest'
import {
  DTypeError,
  IndexError,
  indexAdd,
  indexCopy,
  indexFill,
  indexSelect,
  ones,
  ShapeError,
  tensor,
  zeros,
} from '../../src/index'

const x = tensor([
  [1, 2],
  [3, 4],
])

describe('indexSelect', () => {
  it('takes the parts at the listed indices, contiguous', () => {
    const columns = indexSelect(x, 1, tensor([1, 1, 0]))
    expect(columns.toArray()).toEqual([
      [2, 2, 1],
      [4, 4, 3],
    ])
    expect(columns.isContiguous()).toBe(true)
  })

  it('takes a 0-d index and a 0-d tensor as one element', () => {
    expect(indexSelect(x, 0, tensor(1)).toArray()).toEqual([[3, 4]])
    expect(indexSelect(tensor(5), 0, tensor([0])).toArray()).toBe(5)
  })

  it('refuses indices out of range, negative ones, and other dtypes', () => {
    expect(() => indexSelect(x, 0, tensor([2]))).toThrow(
      'indexSelect: index 2 is out of range for a dimension of size 2',
    )
    expect(() => indexSelect(x, 0, tensor([-1]))).toThrow(IndexError)
    expect(() => indexSelect(x, 0, tensor([0.5]))).toThrow(DTypeError)
    expect(() => indexSelect(x, 0, tensor([[0]]))).toThrow(ShapeError)
  })
})

describe('indexAdd', () => {
  it('adds as often as an index is listed', () => {
    expect(indexAdd(tensor([1, 2, 3]), 0, tensor([0, 0]), tensor([10, 20])).toArray()).toEqual([31, 2, 3])
    expect(indexAdd(x, 1, tensor([1]), tensor([[1], [2]]), { alpha: 10 }).toArray()).toEqual([
      [1, 12],
      [3, 24],
    ])
    expect(indexAdd(tensor([false, true]), 0, tensor([0]), tensor([true])).toArray()).toEqual([true, true])
  })

  it('refuses a source of another shape or dtype, and negative indices', () => {
    expect(() => indexAdd(zeros([3, 2]), 0, tensor([0, 2]), zeros([2]))).toThrow(ShapeError)
    expect(() => indexAdd(zeros([3, 2]), 0, tensor(0), ones([1, 2]))).not.toThrow()
    expect(() => indexAdd(zeros([3]), 0, tensor([0]), tensor([1]))).toThrow(DTypeError)
    expect(() => indexAdd(zeros([3]), 0, tensor([-1]), zeros([1]))).toThrow(IndexError)
  })
})

describe('indexCopy', () => {
  it('replaces the parts at the listed indices', () => {
    expect(indexCopy(tensor([1, 2, 3]), 0, tensor([2, 0]), tensor([10, 20])).toArray()).toEqual([20, 2, 10])
    expect(indexCopy(zeros([2, 2]), 0, tensor(0), ones([1, 2])).toArray()).toEqual([
      [1, 1],
      [0, 0],
    ])
  })

  it('refuses a source that would have to broadcast', () => {
    expect(() => indexCopy(zeros([3, 2]), 0, tensor([0]), ones([1, 1]))).toThrow(ShapeError)
    expect(() => indexCopy(zeros([3, 2]), 0, tensor([0]), tensor(1.5))).toThrow(ShapeError)
  })
})

describe('indexFill', () => {
  it('puts one value at the listed indices, which may count from the end', () => {
    expect(indexFill(tensor([1, 2, 3]), 0, tensor([0, -1]), -1).toArray()).toEqual([-1, 2, -1])
    expect(indexFill(zeros([2]), 0, tensor(0), tensor(3)).toArray()).toEqual([3, 0])
    expect(indexFill(zeros([1, 2]), 1, tensor([1]), 5).toArray()).toEqual([[0, 5]])
  })

  it('cuts the value to what the dtype holds', () => {
    expect(indexFill(tensor([1, 2]), 0, tensor([0]), 2.5).toArray()).toEqual([2, 2])
  })

  it('refuses indices out of range and values with dimensions', () => {
    expect(() => indexFill(x, 0, tensor([2]), 0)).toThrow(
      'indexFill: index 2 is out of range for dimension 0 of size 2',
    )
    expect(() => indexFill(x, 0, tensor([[0]]), 0)).toThrow(ShapeError)
    expect(() => indexFill(x, 0, tensor([0]), tensor([1]))).toThrow(ShapeError)
  })
})
