import { describe, expect, it } from 'vitest'
import { arange, DTypeError, IndexError, narrow, ShapeError, select, tensor } from '../../src/index'

const x = arange(6).view(2, 3)

describe('select', () => {
  it('takes one index of a dimension, from either end, as a view', () => {
    expect(select(x, 1, -1).toArray()).toEqual([2, 5])
    expect(select(x, 0, 1).storage).toBe(x.storage)
  })

  it('refuses indices out of range and 0-d tensors', () => {
    expect(() => select(x, 0, 2)).toThrow('select: index 2 is out of range for dimension 0 of size 2')
    expect(() => select(tensor(1), 0, 0)).toThrow(IndexError)
  })
})

describe('narrow', () => {
  it('takes indices from a start, which may count from the end or be a tensor', () => {
    expect(narrow(x, 1, 1, 2).toArray()).toEqual([
      [1, 2],
      [4, 5],
    ])
    expect(narrow(x, 0, -1, 1).toArray()).toEqual([[3, 4, 5]])
    expect(narrow(x, 0, tensor(1), 1).toArray()).toEqual([[3, 4, 5]])
  })

  it('takes an empty part at the very end', () => {
    expect(narrow(x, 0, 2, 0).shape).toEqual([0, 3])
  })

  it('refuses parts that reach beyond the dimension', () => {
    expect(() => narrow(x, 0, 3, 0)).toThrow(IndexError)
    expect(() => narrow(x, 0, -1, 2)).toThrow(RangeError)
    expect(() => narrow(x, 0, 0, -1)).toThrow(RangeError)
    expect(() => narrow(tensor(1), 0, 0, 0)).toThrow(ShapeError)
  })

  it('refuses a start that is no single integer', () => {
    expect(() => narrow(x, 0, tensor([1]), 1)).toThrow(ShapeError)
    expect(() => narrow(x, 0, tensor(1.5), 1)).toThrow(DTypeError)
  })
})
