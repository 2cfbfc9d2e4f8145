import { describe, expect, it } from 'vitest'
import { addr, DTypeError, outer, ShapeError, tensor, zeros } from '../../src/index'

// PyTorch's answers.
describe('outer', () => {
  it('multiplies each element of one vector by each of the other', () => {
    const product = outer(tensor([1, 2]), tensor([1.5, 2]))
    expect(product.toArray()).toEqual([
      [1.5, 2],
      [3, 4],
    ])
    expect(product.dtype).toBe('float32')
  })

  it('refuses matrices', () => {
    expect(() => outer(zeros([2, 2]), zeros([2]))).toThrow('outer: expects a vector, got [2, 2]')
  })
})

describe('addr', () => {
  const [a, b] = [tensor([0, 1]), tensor([2, 3])]
  const i = tensor([
    [0, 1],
    [2, 3],
  ])

  it('adds a weighted input to a weighted outer product', () => {
    expect(addr(i, a, b, { beta: 2, alpha: 3 }).toArray()).toEqual([
      [0, 2],
      [10, 15],
    ])
    expect(addr(i, a.float(), b.float()).dtype).toBe('float32')
  })

  it('takes booleans as or and and', () => {
    const [yes, no] = [tensor([true]), tensor([false])]
    expect(addr(tensor([[true]]), yes, no, { beta: 0 }).toArray()).toEqual([[false]])
    expect(addr(tensor([[true]]), yes, no, { beta: 3, alpha: 2 }).toArray()).toEqual([[true]])
  })

  it('does not look at an input of weight 0', () => {
    expect(addr(tensor([[Number.NaN]]), tensor([1.5]), tensor([2.5]), { beta: 0 }).toArray()).toEqual([[3.75]])
  })

  it('refuses fractional weights of integers, and an input that does not fit', () => {
    expect(() => addr(i, a, b, { beta: 1.5 })).toThrow(DTypeError)
    expect(() => addr(zeros([3, 3]), a, b)).toThrow(ShapeError)
  })
})
