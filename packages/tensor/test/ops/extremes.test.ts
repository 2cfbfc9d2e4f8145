import { describe, expect, it } from 'vitest'
import { amax, aminmax, argmax, DTypeError, IndexError, max, min, ShapeError, tensor, zeros } from '../../src/index'

const x = tensor([
  [1, 3, 3],
  [6, 5, 6],
])

describe('max and min', () => {
  it('take all elements, one dimension, or two tensors', () => {
    expect(max(x).item()).toBe(6)
    expect(min(x, 0).values.toArray()).toEqual([1, 3, 3])
    expect(max(tensor([1, 3]), tensor([2, 2])).toArray()).toEqual([2, 3])
  })

  it('name the first of equal elements', () => {
    expect(max(x, 1).indices.toArray()).toEqual([1, 0])
  })

  it('are NaN where any element is', () => {
    expect(min(tensor([1, NaN, 0])).item()).toBeNaN()
    expect(max(tensor([1, NaN, NaN]), 0).indices.item()).toBe(1)
  })

  it('take booleans, unlike argmax', () => {
    expect(max(tensor([false, true]), 0).values.item()).toBe(1)
    expect(() => argmax(tensor([false, true]))).toThrow(DTypeError)
  })

  it('refuse to choose among nothing, but reduce other dimensions of an empty tensor', () => {
    expect(() => max(zeros([0]))).toThrow(ShapeError)
    expect(() => min(zeros([0, 3]), 0)).toThrow('min: dimension 0 of [0, 3] is empty')
    expect(max(zeros([0, 3]), 1).values.shape).toEqual([0])
    expect(() => max(x, 2)).toThrow(IndexError)
  })
})

describe('amax and aminmax', () => {
  it('reduce several dimensions, or one, or all', () => {
    expect(amax(x, [0, 1], { keepdim: true }).toArray()).toEqual([[6]])
    const { min, max } = aminmax(x, { dim: 1 })
    expect([min.toArray(), max.toArray()]).toEqual([
      [1, 5],
      [3, 6],
    ])
    expect(aminmax(x).min.item()).toBe(1)
  })

  it('refuse a dimension named twice', () => {
    expect(() => amax(x, [0, 0])).toThrow(ShapeError)
  })
})
