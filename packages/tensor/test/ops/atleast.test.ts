import { describe, expect, it } from 'vitest'
import { atleast1d, atleast2d, atleast3d, tensor, zeros } from '../../src/index'

describe('atleast1d, atleast2d and atleast3d', () => {
  it('add dimensions of size 1 where there are too few', () => {
    expect(atleast1d(tensor(2)).shape).toEqual([1])
    expect(atleast2d(zeros([3])).shape).toEqual([1, 3])
    expect(atleast3d(zeros([3])).shape).toEqual([1, 3, 1])
    expect(atleast3d(zeros([2, 3])).shape).toEqual([2, 3, 1])
  })

  it('give the tensor itself where there are enough', () => {
    const x = zeros([2, 3])
    expect(atleast2d(x)).toBe(x)
  })

  it('give a list for a list', () => {
    expect(atleast2d([tensor(1), zeros([2])]).map((x) => x.shape)).toEqual([
      [1, 1],
      [1, 2],
    ])
  })
})
