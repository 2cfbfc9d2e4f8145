import { describe, expect, it } from 'vitest'
import { cross, DTypeError, IndexError, ones, ShapeError, tensor } from '../../src/index'

describe('cross', () => {
  it('is perpendicular to both vectors', () => {
    expect(cross(tensor([1, 0, 0]), tensor([0, 1, 0])).toArray()).toEqual([0, 0, 1])
    expect(cross(tensor([[1, 2, 3]]), tensor([[4, 5, 6]]), -1).toArray()).toEqual([[-3, 6, -3]])
  })

  it('takes the first dimension of size 3, and broadcasts the others', () => {
    expect(cross(ones([2, 3]), ones([2, 3])).shape).toEqual([2, 3])
    expect(cross(ones([3, 2]), ones([3, 1]), 0).shape).toEqual([3, 2])
  })

  it('refuses vectors of another size, different ranks and dtypes', () => {
    expect(() => cross(ones([2, 2]), ones([2, 2]))).toThrow(ShapeError)
    expect(() => cross(ones([3, 2]), ones([1, 2]), 0)).toThrow(ShapeError)
    expect(() => cross(ones([3, 3]), ones([3]))).toThrow(ShapeError)
    expect(() => cross(ones([3]), ones([3]), 1)).toThrow(IndexError)
    expect(() => cross(ones([3]), tensor([1, 2, 3]))).toThrow(DTypeError)
  })
})
