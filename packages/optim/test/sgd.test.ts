import { Parameter } from '@nn/nn'
import { SGD } from '@nn/optim'
import { ones, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

/** Where a parameter of 1 goes by the gradients 0.5, -0.2 and 0.1. */
function path(make: (params: Parameter[]) => SGD): number[] {
  const p = new Parameter(ones([1]))
  const optimizer = make([p])
  return [0.5, -0.2, 0.1].map((gradient) => {
    p.grad = tensor([gradient], { dtype: 'float32' })
    optimizer.step()
    return p.item()
  })
}

function expectClose(got: readonly number[], expected: readonly number[]): void {
  got.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] as number, 6)
  })
}

describe('SGD', () => {
  it('goes by momentum, dampening and weight decay as PyTorch does', () => {
    const options = { lr: 0.1, momentum: 0.9, dampening: 0.5, weightDecay: 0.1 }
    expectClose(
      path((params) => new SGD(params, options)),
      [0.94, 0.8913, 0.8380135],
    )
  })

  it('goes ahead with nesterov as PyTorch does', () => {
    const options = { lr: 0.1, momentum: 0.9, nesterov: true }
    expectClose(
      path((params) => new SGD(params, options)),
      [0.905, 0.9025, 0.86325],
    )
  })

  it('has PyTorch’s defaults', () => {
    expect(new SGD([new Parameter(ones([1]))]).defaults).toEqual({
      lr: 0.001,
      momentum: 0,
      dampening: 0,
      weightDecay: 0,
      nesterov: false,
      maximize: false,
    })
  })

  it('remembers nothing without momentum', () => {
    const p = new Parameter(ones([1]))
    const optimizer = new SGD([p])
    p.grad = ones([1])
    optimizer.step()
    expect(optimizer.stateDict().state).toEqual({})
  })

  it('starts to remember when a momentum is set', () => {
    const p = new Parameter(ones([1]))
    const optimizer = new SGD([p])
    p.grad = ones([1])
    optimizer.step()
    const [group] = optimizer.paramGroups
    if (group !== undefined) group.momentum = 0.9
    optimizer.step()
    expect(optimizer.state.get(p)?.momentumBuffer?.toArray()).toEqual([1])
  })

  it('refuses hyper-parameters out of range', () => {
    const params = [new Parameter(ones([1]))]
    expect(() => new SGD(params, { lr: -1 })).toThrow('SGD: lr must be at least 0, got -1')
    expect(() => new SGD(params, { lr: Number.NaN })).toThrow(RangeError)
    expect(() => new SGD(params, { momentum: -0.5 })).toThrow('SGD: momentum must be at least 0, got -0.5')
    expect(() => new SGD(params, { weightDecay: -1 })).toThrow('SGD: weightDecay must be at least 0, got -1')
    const needs = 'SGD: nesterov needs a momentum and no dampening'
    expect(() => new SGD(params, { nesterov: true })).toThrow(`${needs}, got momentum 0 and dampening 0`)
    expect(() => new SGD(params, { nesterov: true, momentum: 0.9, dampening: 0.1 })).toThrow(needs)
  })
})
