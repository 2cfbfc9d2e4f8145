import { ones, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import '../src/index'

describe('x.data', () => {
  it('shares the elements and has no history', () => {
    const x = tensor([1, 2], { dtype: 'float32', requiresGrad: true })
    expect(x.data.requiresGrad).toBe(false)
    x.data.mul_(10)
    expect(x.toArray()).toEqual([10, 20])
    expect(x.mul(2).data.gradFn).toBeNull()
  })

  it('takes the elements of another tensor, and keeps the gradient', () => {
    const w = tensor([1, 2], { dtype: 'float32', requiresGrad: true })
    w.square().sum().backward()
    w.data = w.data.sub(w.grad?.mul(0.25) ?? 0)
    expect(w.toArray()).toEqual([0.5, 1])
    expect(w.requiresGrad).toBe(true)
    expect(w.grad?.toArray()).toEqual([2, 4])
    w.square().sum().backward()
    expect(w.grad?.toArray()).toEqual([3, 6])
  })

  it('drops a gradient that does not fit any more', () => {
    const w = ones([2], { requiresGrad: true })
    w.sum().backward()
    w.data = ones([3])
    expect(w.grad).toBeNull()
    expect(w.requiresGrad).toBe(true)
    w.sum().backward()
    expect(w.grad?.toArray()).toEqual([1, 1, 1])
  })

  it('refuses what is no tensor, and another shape where an op made the tensor', () => {
    const w = ones([2], { requiresGrad: true })
    expect(() => Object.assign(w, { data: [1, 2] })).toThrow('data: value must be a tensor, got [1, 2]')
    expect(() => Object.assign(w.mul(2), { data: zeros([3]) })).toThrow(
      'data: a float32 tensor [3] cannot take the place',
    )
  })
})
