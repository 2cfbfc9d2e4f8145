import { describe, expect, it } from 'vitest'
import { blockDiag, ShapeError, tensor, zeros } from '../../src/index'

describe('blockDiag', () => {
  it('puts matrices along a diagonal, vectors as rows, in a dtype for all', () => {
    const joined = blockDiag(tensor(1), tensor([2.5, 3]), tensor([[4], [5]]))
    expect(joined.toArray()).toEqual([
      [1, 0, 0, 0],
      [0, 2.5, 3, 0],
      [0, 0, 0, 4],
      [0, 0, 0, 5],
    ])
    expect(joined.dtype).toBe('float32')
  })

  it('gives an empty vector a row of its own', () => {
    expect(blockDiag(zeros([0]), tensor([[1]])).toArray()).toEqual([[0], [1]])
    expect(blockDiag().shape).toEqual([1, 0])
  })

  it('refuses more than 2 dimensions', () => {
    expect(() => blockDiag(zeros([1, 1, 1]))).toThrow(ShapeError)
  })
})
