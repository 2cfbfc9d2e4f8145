import { describe, expect, it } from 'vitest'
import { DTypeError, maskedScatter, maskedSelect, ones, ShapeError, tensor, zeros } from '../../src/index'

const x = tensor([-1, 2, -3])

describe('maskedSelect', () => {
  it('lists the elements where the mask, broadcast, is true', () => {
    expect(maskedSelect(x, x.lt(0)).toArray()).toEqual([-1, -3])
    expect(maskedSelect(x, tensor([[true], [false], [true]])).toArray()).toEqual([-1, 2, -3, -1, 2, -3])
    expect(maskedSelect(tensor(7), tensor(true)).toArray()).toEqual([7])
  })

  it('refuses masks that are not bool', () => {
    expect(() => maskedSelect(x, x)).toThrow('maskedSelect: the mask must be a bool tensor, got int64')
  })
})

describe('maskedScatter', () => {
  it('puts the elements of the source, in order, where the mask is true', () => {
    const mask = tensor([true, false, true])
    expect(maskedScatter(tensor([0, 0, 0]), mask, tensor([1, 2, 3])).toArray()).toEqual([1, 0, 2])
    expect(maskedScatter(tensor(0), tensor(true), tensor([5])).toArray()).toBe(5)
  })

  it('refuses a source with too few elements or another dtype', () => {
    expect(() => maskedScatter(zeros([5]), tensor(true), ones([2]))).toThrow(ShapeError)
    expect(() => maskedScatter(zeros([1]), tensor([true]), tensor([1]))).toThrow(DTypeError)
    expect(() => maskedScatter(zeros([1]), zeros([1]), zeros([1]))).toThrow(DTypeError)
  })
})
