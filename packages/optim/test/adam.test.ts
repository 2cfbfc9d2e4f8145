import { Parameter } from '@nn/nn'
import { Adam, AdamW } from '@nn/optim'
import { ones, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

/** Where a parameter of 1 goes by the gradients 0.5, -0.2 and 0.1. */
function path(make: (params: Parameter[]) => Adam): number[] {
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

describe('Adam', () => {
  it('goes as PyTorch’s does', () => {
    expectClose(
      path((params) => new Adam(params, { lr: 0.1 })),
      [0.9, 0.8654395, 0.8275003],
    )
  })

  it('has PyTorch’s defaults', () => {
    expect(new Adam([new Parameter(ones([1]))]).defaults).toEqual({
      lr: 0.001,
      betas: [0.9, 0.999],
      eps: 1e-8,
      weightDecay: 0,
      amsgrad: false,
      maximize: false,
      decoupledWeightDecay: false,
    })
  })

  it('remembers two averages and how many steps they are of', () => {
    const p = new Parameter(ones([1]))
    const optimizer = new Adam([p])
    p.grad = ones([1])
    optimizer.step()
    const state = optimizer.stateDict().state[0]
    expect(state?.step).toBe(1)
    expect(state?.expAvg.item()).toBeCloseTo(0.1, 6)
    expect(state?.expAvgSq.item()).toBeCloseTo(0.001, 8)
    expect(state?.maxExpAvgSq).toBeNull()
  })

  it('refuses hyper-parameters out of range', () => {
    const params = [new Parameter(ones([1]))]
    expect(() => new Adam(params, { lr: -1 })).toThrow('Adam: lr must be at least 0, got -1')
    expect(() => new Adam(params, { eps: -1 })).toThrow('Adam: eps must be at least 0, got -1')
    expect(() => new Adam(params, { weightDecay: -1 })).toThrow('Adam: weightDecay must be at least 0, got -1')
    expect(() => new Adam(params, { betas: [1, 0.9] })).toThrow('Adam: betas[0] must be at least 0 and below 1, got 1')
    expect(() => new Adam(params, { betas: [0.9, -1] })).toThrow(
      'Adam: betas[1] must be at least 0 and below 1, got -1',
    )
  })
})

describe('AdamW', () => {
  it('goes as PyTorch’s does', () => {
    expectClose(
      path((params) => new AdamW(params, { lr: 0.1, weightDecay: 0.1 })),
      [0.89, 0.8465395, 0.8001349],
    )
  })

  it('is Adam with decoupled weight decay, 0.01 by default', () => {
    expect(new AdamW([new Parameter(ones([1]))]).defaults).toMatchObject({
      weightDecay: 0.01,
      decoupledWeightDecay: true,
    })
    const decoupled = path((params) => new Adam(params, { lr: 0.1, weightDecay: 0.01, decoupledWeightDecay: true }))
    expect(path((params) => new AdamW(params, { lr: 0.1 }))).toEqual(decoupled)
  })

  it('names itself in errors', () => {
    expect(() => new AdamW([new Parameter(ones([1]))], { lr: -1 })).toThrow('AdamW: lr must be at least 0, got -1')
  })
})
