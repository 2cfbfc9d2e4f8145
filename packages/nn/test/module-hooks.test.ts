import { Linear, MSELoss, ReLU, Sequential } from '@nn/nn'
import { ones, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

describe('forward hooks', () => {
  it('see inputs and output wherever the module is called', () => {
    const relu = new ReLU()
    const seen: unknown[] = []
    relu.registerForwardHook((module, inputs, output) => {
      seen.push([module, inputs[0]?.toArray(), output.toArray()])
    })
    new Sequential(relu).forward(tensor([-1.5, 2]))
    expect(seen).toEqual([[relu, [-1.5, 2], [0, 2]]])
  })

  it('replace the output', () => {
    const relu = new ReLU()
    relu.registerForwardHook((_module, _inputs, output) => output.mul(10))
    relu.registerForwardHook((_module, _inputs, output) => output.add(1))
    expect(relu.forward(tensor([1.5])).toArray()).toEqual([16])
  })

  it('replace the inputs before', () => {
    const criterion = new MSELoss()
    criterion.registerForwardPreHook<readonly [Tensor, Tensor]>((_module, [input, target]) => [input, target.mul(0)])
    expect(criterion.forward(ones([2]).mul(3), ones([2])).item()).toBe(9)
  })

  it('may give the only input without a list', () => {
    const relu = new ReLU()
    relu.registerForwardPreHook(() => tensor([3.5]))
    expect(relu(ones([1])).toArray()).toEqual([3.5])
  })

  it('are functions, and not async', () => {
    const relu = new ReLU()
    expect(() => relu.registerForwardHook(5 as never)).toThrow('registerForwardHook: hook must be a function, got 5')
    relu.registerForwardHook((async () => undefined) as never)
    expect(() => relu(ones([1]))).toThrow('forward: a hook of a ReLU returned a promise; hooks cannot be async')
  })

  it('can be taken off, each by its own handle', () => {
    const relu = new ReLU()
    let calls = 0
    const count = (): undefined => {
      calls++
    }
    const first = relu.registerForwardPreHook(count)
    relu.registerForwardPreHook(count)
    relu.forward(ones([1]))
    first.remove()
    relu.forward(ones([1]))
    expect(calls).toBe(3)
  })

  it('leave the module’s print and state alone', () => {
    const layer = new Linear(2, 1)
    layer.registerForwardHook(() => undefined)
    expect(String(layer)).toBe('Linear(in_features=2, out_features=1, bias=True)')
    expect(Object.keys(layer.stateDict())).toEqual(['weight', 'bias'])
  })
})
