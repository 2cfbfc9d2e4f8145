import { describe, expect, it } from 'vitest'
import { DTypeError, linalg, norm, ShapeError, tensor, zeros } from '../../src/index'
import { expectClose } from '../support/expect-close'

// PyTorch's answers.
const x = tensor([
  [3, -4],
  [0, 1],
]).float()

describe('norm', () => {
  it.each([
    [0, 3, [2, 1]],
    [0.5, 22.392305374145508, [13.928203582763672, 1]],
    [1, 8, [7, 1]],
    [2, 5.099019527435303, [5, 1]],
    [3, 4.514357566833496, [4.497941493988037, 1]],
    [Infinity, 4, [4, 1]],
    [-Infinity, 0, [3, 0]],
    [-1, 0, [1.7142856121063232, 0]],
  ])('of order %d', (p, ofAll, ofRows) => {
    expectClose(norm(x, p), { shape: [], dtype: 'float32', values: [ofAll] })
    expectClose(linalg.vectorNorm(x, p, 1), { shape: [2], dtype: 'float32', values: ofRows })
  })

  it('is that of order 2 by default, and the sum of singular values for ‘nuc’', () => {
    expectClose(x.norm(), { shape: [], dtype: 'float32', values: [5.099019527435303] })
    const tall = tensor([
      [1, 2],
      [3, 4],
      [5, 6],
    ]).float()
    expectClose(norm(tall, 'nuc'), { shape: [], dtype: 'float32', values: [10.039820671081543] })
    expectClose(norm(tall.t(), 'nuc'), { shape: [], dtype: 'float32', values: [10.039820671081543] })
    expect(norm(zeros([2, 3, 4]), 'nuc', [0, 2], { keepdim: true }).shape).toEqual([1, 3, 1])
  })

  it('refuses integers, a largest element of none, and a nuclear norm of a vector', () => {
    expect(() => norm(tensor([1, 2]))).toThrow(DTypeError)
    expect(() => norm(zeros([2, 0]), Infinity, 1)).toThrow(ShapeError)
    expect(() => norm(zeros([3]), 'nuc')).toThrow('norm: a nuclear norm takes two dimensions, got 1 of [3]')
  })
})
