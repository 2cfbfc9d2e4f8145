import { tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import '../src/index'

describe('fill_ with a tensor', () => {
  it('passes the sum of the gradients on to it, and none to what it replaced', () => {
    const x = tensor([[1, 2, 3]], { dtype: 'float32', requiresGrad: true })
    const value = tensor(2, { dtype: 'float32', requiresGrad: true })
    const y = x.mul(1).fill_(value)
    expect(y.toArray()).toEqual([[2, 2, 2]])
    expect(String(y.gradFn)).toBe('<FillBackward3 object>')
    y.mul(tensor([[1, 10, 100]]))
      .sum()
      .backward()
    expect(x.grad?.toArray()).toEqual([[0, 0, 0]])
    expect(value.grad?.item()).toBe(111)
  })

  it('makes a tensor part of the graph, and converts to its dtype', () => {
    const value = tensor(2.5, { requiresGrad: true })
    const y = zeros([2], { dtype: 'float64' }).fill_(value)
    expect(y.requiresGrad).toBe(true)
    y.sum().backward()
    expect(value.grad?.item()).toBe(2)
    expect(value.grad?.dtype).toBe('float32')
    expect(zeros([2], { dtype: 'int64' }).fill_(tensor(2.7)).toArray()).toEqual([2, 2])
  })
})
