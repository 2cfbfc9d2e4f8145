import { Linear, Module, ModuleList, ReLU } from '@nn/nn'
import { ones, type Tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

describe('ModuleList', () => {
  it('gives its module the parameters of what is in it', () => {
    class Net extends Module {
      readonly hidden = new ModuleList([new Linear(2, 3), new Linear(3, 4)])

      forward(x: Tensor): Tensor {
        let out = x
        for (const layer of this.hidden) out = layer.forward(out).relu()
        return out
      }
    }
    const net = new Net()
    expect(net.namedParameters().map(([name]) => name)).toEqual([
      'hidden.0.weight',
      'hidden.0.bias',
      'hidden.1.weight',
      'hidden.1.bias',
    ])
    expect(net.forward(ones([1, 2])).shape).toEqual([1, 4])
  })

  it('is indexed, extended and counted', () => {
    const list = new ModuleList<Module>([new Linear(1, 2)])
    list.append(new ReLU()).extend([new Linear(2, 3)])
    expect(list.length).toBe(3)
    expect(list.at(-1)).toBe(list[2])
  })

  it('prints as PyTorch does, equal neighbours together', () => {
    const relu = new ReLU()
    expect(String(new ModuleList<Module>([new Linear(2, 2), new Linear(2, 2), relu]))).toBe(`ModuleList(
  (0-1): 2 x Linear(in_features=2, out_features=2, bias=True)
  (2): ReLU()
)`)
    expect(String(new ModuleList())).toBe('ModuleList()')
  })

  it('says what it takes', () => {
    const loose = ModuleList as unknown as new (...args: unknown[]) => ModuleList
    // ModuleList.extend should be called with an iterable, but got ReLU
    expect(() => new loose(new ReLU())).toThrow('ModuleList: modules must be a list, as [a, b], got a ReLU')
    expect(() => new loose([1])).toThrow('ModuleList: module must be a module, got 1')
    expect(() => new loose([], new ReLU())).toThrow('beginning with a ReLU too many')
    expect(new ModuleList(new ModuleList([new ReLU()])).length).toBe(1)
  })

  it('has no forward', () => {
    expect(() => new ModuleList().forward()).toThrow('ModuleList: a list has no forward; call the modules in it')
  })
})
