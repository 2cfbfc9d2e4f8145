import { describe, expect, it } from 'vitest'
import { DTypeError, full, lerp, tensor, zeros } from '../../src/index'

describe('lerp', () => {
  it('goes from the first tensor to the second', () => {
    expect(lerp(zeros([2]), full([2], 8.5), 0.5).toArray()).toEqual([4.25, 4.25])
    expect(lerp(zeros([2]), full([2], 8.5), tensor([0.0, 2.0], { dtype: 'float32' })).toArray()).toEqual([0, 17])
  })

  it('meets both ends exactly, however far apart they are', () => {
    const [a, b] = [tensor([1e8, 1.5]), tensor([1.5, 1e8])]
    expect(lerp(a, b, 0).toArray()).toEqual([1e8, 1.5])
    expect(lerp(a, b, 1).toArray()).toEqual([1.5, 1e8])
    expect(lerp(a, b, tensor(1.0)).toArray()).toEqual([1.5, 1e8])
  })

  it('works in place', () => {
    const x = zeros([2])
    expect(x.lerp_(full([2], 4.5), 2).toArray()).toEqual([9, 9])
  })

  it('refuses integers and tensors of different dtypes', () => {
    expect(() => lerp(tensor([1]), tensor([2]), 0.5)).toThrow(DTypeError)
    expect(() => lerp(tensor([1.5]), tensor([2]), 0.5)).toThrow(
      'lerp: needs two floating-point tensors of one dtype, got float32 and int64',
    )
    expect(() => lerp(zeros([2]), zeros([2]), zeros([2], { dtype: 'float64' }))).toThrow('weight must be float32 too')
  })
})
