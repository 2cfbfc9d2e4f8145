import { describe, expect, it } from 'vitest'
import { full, ones, ShapeError, tensor, tril, triu } from '../../src/index'

describe('tril and triu', () => {
  it('keep one triangle of the last two dimensions', () => {
    expect(tril(ones([2, 3])).toArray()).toEqual([
      [1, 0, 0],
      [1, 1, 0],
    ])
    expect(triu(ones([1, 2, 3]), 1).toArray()).toEqual([
      [
        [0, 1, 1],
        [0, 0, 1],
      ],
    ])
    expect(tril(ones([2, 2]), -5).toArray()).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it('keep the dtype, and let no NaN through', () => {
    expect(triu(tensor([[true], [true]])).dtype).toBe('bool')
    expect(tril(full([2, 2], Number.NaN), -2).toArray()).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it('refuse vectors', () => {
    expect(() => tril(tensor([1]))).toThrow(ShapeError)
    expect(() => triu(tensor([1]))).toThrow('triu: expects at least 2 dimensions, got [1]')
  })
})
