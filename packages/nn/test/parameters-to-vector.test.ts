import { Linear, parametersToVector, vectorToParameters } from '@nn/nn'
import { arange, ShapeError, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

describe('parametersToVector', () => {
  it('puts parameters one after another, and sends gradients back', () => {
    const layer = new Linear(2, 1)
    const vector = parametersToVector(layer.parameters())
    expect(vector.toArray()).toEqual([...(layer.weight.toArray() as number[][]).flat(), layer.bias?.item()])
    vector.mul(arange(3)).sum().backward()
    expect([layer.weight.grad?.toArray(), layer.bias?.grad?.toArray()]).toEqual([[[0, 1]], [2]])
  })
})

describe('vectorToParameters', () => {
  it('gives parameters the values of a vector', () => {
    const layer = new Linear(2, 1)
    vectorToParameters(arange(3).float(), layer.parameters())
    expect([layer.weight.toArray(), layer.bias?.toArray()]).toEqual([[[0, 1]], [2]])
    expect(layer.weight.requiresGrad).toBe(true)
  })

  it('refuses a vector of another size', () => {
    const parameters = new Linear(2, 1).parameters()
    expect(() => vectorToParameters(zeros([4]), parameters)).toThrow(ShapeError)
    expect(() => vectorToParameters(zeros([4]), parameters)).toThrow(
      'vectorToParameters: the vector must have shape [3], got [4]',
    )
  })
})
