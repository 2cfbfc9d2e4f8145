import { describe, expect, it } from 'vitest'
import { addcdiv, addcmul, DTypeError, ones, ShapeError, tensor } from '../../src/index'

describe('addcmul', () => {
  it('adds a product, times a value', () => {
    const [x, a, b] = [tensor([1, 1]), tensor([2, 3]), tensor([[10], [20]])]
    expect(addcmul(x, a, b).toArray()).toEqual([
      [21, 31],
      [41, 61],
    ])
    expect(x.addcmul(a, tensor([1, 1]), { value: -1 }).toArray()).toEqual([-1, -2])
    expect(x.addcmul_(a, a).toArray()).toEqual([5, 10])
  })

  it('computes in the dtype that holds all three tensors', () => {
    const bytes = tensor([200], { dtype: 'uint8' })
    expect(addcmul(tensor([0]), bytes, bytes).toArray()).toEqual([40000])
  })

  it('refuses a fraction of integers, and shapes that do not broadcast', () => {
    expect(() => addcmul(tensor([1]), tensor([1]), tensor([1]), { value: 0.5 })).toThrow(DTypeError)
    expect(() => addcmul(ones([2]), ones([3]), ones([1]))).toThrow(ShapeError)
    expect(() => addcmul(ones([2]), ones([3]), ones([1]))).toThrow('addcmul: shapes [2] and [3]')
  })
})

describe('addcdiv', () => {
  it('adds a quotient, times a value', () => {
    const [x, a, b] = [tensor([1.5]), tensor([3]), tensor([2.0], { dtype: 'float32' })]
    expect(addcdiv(x, a, b).toArray()).toEqual([3])
    expect(x.addcdiv(a, b, { value: 2 }).toArray()).toEqual([4.5])
    expect(x.addcdiv_(a, b, { value: -1 }).toArray()).toEqual([0])
  })

  it('refuses to divide integers', () => {
    expect(() => addcdiv(tensor([1.5]), tensor([1]), tensor([2]))).toThrow(
      new DTypeError('addcdiv: needs floating-point tensors to divide, got int64 and int64'),
    )
  })
})
