import { describe, expect, it } from 'vitest'
import { bmm, DTypeError, dot, mm, mv, ones, ShapeError, tensor, vdot } from '../../src/index'

const x = tensor([
  [0, 1, 2],
  [3, 4, 5],
])

describe('products of operands of one rank', () => {
  it('multiply as matmul does', () => {
    expect(mm(x, x.t()).toArray()).toEqual([
      [5, 14],
      [14, 50],
    ])
    expect(mv(x, tensor([1, 2, 3])).toArray()).toEqual([8, 26])
    expect(dot(tensor([1, 2]), tensor([3, 4])).item()).toBe(11)
    expect(vdot(tensor([1, 2]), tensor([3, 4])).item()).toBe(11)
    expect(bmm(ones([2, 3, 4]), ones([2, 4, 5])).shape).toEqual([2, 3, 5])
  })

  it('refuse other ranks', () => {
    expect(() => mm(x, tensor([1, 2, 3]))).toThrow('mm: expects a matrix, got [3]')
    expect(() => bmm(x, x)).toThrow('bmm: expects a stack of matrices, got [2, 3]')
    expect(() => mv(x, x)).toThrow('mv: expects a vector, got [2, 3]')
    expect(() => dot(tensor([[1]]), tensor([1, 2, 3]))).toThrow('dot: expects a vector, got [1, 1]')
  })

  it('refuse sizes that do not fit, stacks of different heights too', () => {
    expect(() => mm(x, x)).toThrow('mm: sizes do not fit, [2, 3] @ [2, 3]')
    expect(() => mv(x, tensor([1, 2]))).toThrow(ShapeError)
    expect(() => bmm(ones([2, 3, 4]), ones([1, 4, 5]))).toThrow(ShapeError)
  })

  it('refuse different dtypes, and booleans', () => {
    expect(() => mm(x, x.t().float())).toThrow('mm: operands have different dtypes, int64 and float32')
    expect(() => dot(tensor([true]), tensor([true]))).toThrow(DTypeError)
  })
})
