import { describe, expect, it } from 'vitest'
import { bucketize, DTypeError, type NestedArray, ShapeError, searchsorted, tensor, zeros } from '../../src/index'

const floats = (data: NestedArray): ReturnType<typeof tensor> => tensor(data, { dtype: 'float32' })

describe('searchsorted', () => {
  const row = tensor([1, 3, 3, 5])

  it('finds the place in front of equal elements, or behind them', () => {
    const values = tensor([0, 3, 6])
    expect(searchsorted(row, values).toArray()).toEqual([0, 1, 4])
    expect(searchsorted(row, values, { right: true }).toArray()).toEqual([0, 3, 4])
    expect(searchsorted(row, values, { side: 'right' }).toArray()).toEqual([0, 3, 4])
  })

  it('searches one row for values of any shape, or a row for each row of values', () => {
    expect(searchsorted(row, tensor([[3], [4]])).toArray()).toEqual([[1], [3]])
    expect(searchsorted(row, 4).toArray()).toBe(3)
    const rows = tensor([
      [1, 3],
      [5, 7],
    ])
    expect(searchsorted(rows, tensor([[2], [8]])).toArray()).toEqual([[1], [2]])
  })

  it('takes unsorted elements with the indices that sort them', () => {
    const sorter = tensor([1, 2, 0])
    expect(searchsorted(tensor([5, 1, 3]), tensor([3, 4]), { sorter }).toArray()).toEqual([1, 2])
  })

  it('puts NaN behind every number', () => {
    expect(searchsorted(floats([1, 2]), floats([NaN])).toArray()).toEqual([2])
    expect(searchsorted(floats([1, 2, NaN]), floats([NaN]), { right: true }).toArray()).toEqual([3])
  })

  it('compares a number as it is, and gives int32 where it is asked to', () => {
    expect(searchsorted(tensor([1, 2]), 1.5).item()).toBe(1)
    expect(searchsorted(row, tensor([3]), { outInt32: true }).dtype).toBe('int32')
  })

  it('refuses rows that do not fit, other dtypes, and sides that disagree', () => {
    expect(() => searchsorted(zeros([2, 3]), zeros([3, 3]))).toThrow(ShapeError)
    expect(() => searchsorted(zeros([2, 3]), 1)).toThrow(ShapeError)
    expect(() => searchsorted(floats([1]), tensor([1]))).toThrow(DTypeError)
    expect(() => searchsorted(row, 1, { side: 'left', right: true })).toThrow(RangeError)
    expect(() => searchsorted(row, 1, { sorter: tensor([0]) })).toThrow('searchsorted: a sorter [1] does not fit')
  })
})

describe('bucketize', () => {
  it('is a search the other way round', () => {
    const boundaries = tensor([1, 3, 5])
    expect(bucketize(tensor([[3], [6]]), boundaries).toArray()).toEqual([[1], [3]])
    expect(bucketize(3, boundaries, { right: true }).item()).toBe(2)
    expect(() => bucketize(tensor([1]), tensor([[1]]))).toThrow(ShapeError)
  })
})
