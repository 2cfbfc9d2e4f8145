import { Linear, Parameter } from '@nn/nn'
import { AutogradError, ones, scope, Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

describe('a parameter', () => {
  it('is a leaf tensor that requires a gradient and shares the storage of its values', () => {
    const values = ones([2])
    const parameter = new Parameter(values)
    expect(parameter).toBeInstanceOf(Tensor)
    expect(parameter.requiresGrad).toBe(true)
    expect(parameter.isLeaf).toBe(true)
    values.fill_(3)
    expect(parameter.toArray()).toEqual([3, 3])
    expect(new Parameter(values, { requiresGrad: false }).requiresGrad).toBe(false)
  })

  it('may hold integers only without a gradient', () => {
    expect(() => new Parameter(tensor([1, 2]))).toThrow(AutogradError)
    expect(new Parameter(tensor([1, 2]), { requiresGrad: false }).dtype).toBe('int64')
  })

  it('makes ordinary tensors in arithmetic', () => {
    expect(new Parameter(ones([2])).mul(2)).not.toBeInstanceOf(Parameter)
  })

  it('outlives the scope that it was made in', () => {
    let parameter: Parameter | undefined
    scope(() => {
      parameter = new Parameter(ones([2]).mul(2))
    })
    expect(parameter?.toArray()).toEqual([2, 2])
  })

  it('has data to change in place or to replace', () => {
    const { weight } = new Linear(2, 1)
    weight.data.fill_(0.5)
    expect(weight.toArray()).toEqual([[0.5, 0.5]])
    weight.sum().backward()
    weight.data = tensor([[1, 2, 3]], { dtype: 'float64' })
    expect(weight.shape).toEqual([1, 3])
    expect(weight.dtype).toBe('float64')
    expect(weight.grad).toBeNull()
    expect(weight.requiresGrad).toBe(true)
    weight.sum().backward()
    expect(weight.grad?.dtype).toBe('float64')
  })
})
