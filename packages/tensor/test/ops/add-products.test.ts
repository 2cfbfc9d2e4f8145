import { describe, expect, it } from 'vitest'
import { addbmm, addmm, addmv, baddbmm, DTypeError, full, ones, ShapeError, tensor, zeros } from '../../src/index'

const i = tensor([
  [0, 1],
  [2, 3],
])

// PyTorch's answers.
describe('addmm, addmv, addbmm and baddbmm', () => {
  it('add a weighted input to a weighted product', () => {
    expect(addmm(tensor([10, 20]), tensor([[1, 2]]), i, { beta: 2, alpha: 3 }).toArray()).toEqual([[32, 61]])
    expect(addbmm(zeros([1, 1]), ones([2, 1, 3]), ones([2, 3, 1])).toArray()).toEqual([[6]])
    expect(baddbmm(ones([1]), ones([2, 1, 3]), ones([2, 3, 1])).toArray()).toEqual([[[4]], [[4]]])
  })

  it('cut the weights of integers to whole numbers', () => {
    expect(addmm(i, i, i, { beta: 0.6, alpha: 1.5 }).toArray()).toEqual([
      [2, 3],
      [6, 11],
    ])
    expect(addmv(tensor([0, 1]), i, tensor([0, 1]), { beta: 1.7 }).toArray()).toEqual([1, 4])
  })

  it('do not look at what has weight 0', () => {
    const x = i.float()
    const nothing = full([2, 2], Number.NaN)
    expect(addmm(nothing, x, x, { beta: 0 }).toArray()).toEqual([
      [2, 3],
      [6, 11],
    ])
    expect(addmm(x, nothing, x, { alpha: 0 }).toArray()).toEqual(x.toArray())
  })

  it('refuse an input that does not broadcast to the product, and different dtypes', () => {
    expect(() => addmm(zeros([3, 3]), zeros([2, 3]), zeros([3, 2]))).toThrow(ShapeError)
    expect(() => addmm(tensor(1), zeros([2, 3]), zeros([3, 2]))).toThrow(DTypeError)
    expect(() => addmv(zeros([2]), zeros([2, 3]), zeros([2]))).toThrow('addmv: sizes do not fit, [2, 3] @ [2]')
  })
})
