import { grad } from '@nn/autograd'
import { ones, ShapeError, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { Bilinear, init, Linear, LSTM, type ModuleGradients, MSELoss } from '../src/index'

const values = (gradients: ModuleGradients): unknown => gradients.map((x) => x?.toArray() ?? null)

function summing(): Linear {
  const layer = new Linear(2, 1)
  init.ones_(layer.weight)
  return layer
}

// The expected values are what PyTorch gives for the same hooks.
describe('full backward hooks', () => {
  it('see the gradients of inputs and outputs, and replace those of the inputs', () => {
    const layer = summing()
    const seen: unknown[] = []
    layer.registerFullBackwardHook((module, gradInputs, gradOutputs) => {
      seen.push([module === layer, values(gradInputs), values(gradOutputs)])
    })
    layer.registerFullBackwardHook((_module, [gradInput]) => [gradInput?.mul(10) ?? null])
    const x = zeros([1, 2], { requiresGrad: true })
    const y = layer.forward(x)
    expect(y.gradFn?.name).toBe('BackwardHookFunctionBackward')
    y.sum().backward()
    expect(seen).toEqual([[true, [[[1, 1]]], [[[1]]]]])
    expect(x.grad?.toArray()).toEqual([[10, 10]])
  })

  it('come after those that replace the gradients of the outputs', () => {
    const layer = summing()
    const seen: unknown[] = []
    layer.registerFullBackwardPreHook((_module, [gradOutput]) => [gradOutput?.mul(2) ?? null])
    layer.registerFullBackwardHook((_module, gradInputs, gradOutputs) => {
      seen.push([values(gradInputs), values(gradOutputs)])
    })
    const x = zeros([1, 2], { requiresGrad: true })
    layer.forward(x).sum().backward()
    expect(seen).toEqual([[[[[2, 2]]], [[[2]]]]])
    expect(x.grad?.toArray()).toEqual([[2, 2]])
    expect(layer.bias?.grad?.toArray()).toEqual([2])
  })

  it('are called too where no input gets a gradient', () => {
    const layer = summing()
    const seen: unknown[] = []
    layer.registerFullBackwardHook((_module, gradInputs, gradOutputs) => {
      seen.push([values(gradInputs), values(gradOutputs)])
    })
    layer
      .forward(zeros([1, 2]))
      .sum()
      .backward()
    expect(seen).toEqual([[[null], [[[1]]]]])
  })

  it('see the gradients of several inputs together', () => {
    const bilinear = new Bilinear(2, 2, 1)
    init.ones_(bilinear.weight)
    bilinear.registerFullBackwardHook((_module, [a, b]) => [(b as Tensor).mul(3), (a as Tensor).mul(5)])
    const [p, q] = [tensor([1, 2], { dtype: 'float32' }), tensor([3, 4], { dtype: 'float32' })]
    bilinear.forward(p.requiresGrad_(), q.requiresGrad_()).sum().backward()
    expect([p.grad?.toArray(), q.grad?.toArray()]).toEqual([
      [9, 9],
      [35, 35],
    ])
  })

  it('are called once where gradients of gradients are taken', () => {
    const criterion = new MSELoss()
    let calls = 0
    criterion.registerFullBackwardHook(() => {
      calls++
    })
    const x = tensor([1.5], { requiresGrad: true })
    const [gradient] = grad(criterion(x, zeros([1])), [x], { createGraph: true })
    expect(calls).toBe(1)
    expect(grad(gradient as Tensor, [x])[0]?.toArray()).toEqual([2])
    expect(calls).toBe(1)
  })

  it('are called in every backward pass', () => {
    const layer = summing()
    let calls = 0
    layer.registerFullBackwardHook(() => {
      calls++
    })
    const y = layer(zeros([1, 2], { requiresGrad: true })).sum()
    y.backward({ retainGraph: true })
    y.backward()
    expect(calls).toBe(2)
  })

  it('must return a gradient of its shape for each, in a list', () => {
    const backward = (returned: unknown) => (): void => {
      const layer = summing()
      layer.registerFullBackwardHook(() => returned as ModuleGradients)
      layer(zeros([1, 2], { requiresGrad: true }))
        .sum()
        .backward()
    }
    expect(backward([ones([1, 2]), ones([1, 2])])).toThrow(
      'registerFullBackwardHook: a hook must return nothing or 1 tensors or nulls in a list, got [a float32 tensor [1, 2]',
    )
    expect(backward(ones([1, 2]))).toThrow(TypeError)
    expect(backward([ones([1])])).toThrow(ShapeError)
  })

  it('do nothing once they are taken off', () => {
    const layer = summing()
    const handle = layer.registerFullBackwardHook((_module, [gradInput]) => [gradInput?.mul(10) ?? null])
    handle.remove()
    const x = zeros([1, 2], { requiresGrad: true })
    layer.forward(x).sum().backward()
    expect(x.grad?.toArray()).toEqual([[1, 1]])
  })

  it('leave outputs that are no tensors as they are', () => {
    const lstm = new LSTM(2, 3)
    lstm.registerFullBackwardHook(() => undefined)
    const [output, [hn]] = lstm.forward(ones([4, 1, 2]))
    expect([output.shape, hn.shape]).toEqual([
      [4, 1, 3],
      [1, 1, 3],
    ])
  })
})

describe('a backward hook of a module whose inputs require no gradient', () => {
  it('sees null for each, and must return nothing or that', () => {
    const run = (returned: unknown) => (): void => {
      const layer = new Linear(2, 1)
      layer.registerFullBackwardHook((_, gradInputs) => {
        expect(gradInputs).toEqual([null])
        return returned as never
      })
      layer
        .forward(ones([3, 2]))
        .sum()
        .backward()
    }
    expect(run([ones([3, 2])])).toThrow(/Linear: no input requires a gradient, so a backward hook must return nothing/)
    expect(run([null])).not.toThrow()
    expect(run(undefined)).not.toThrow()
  })
})
