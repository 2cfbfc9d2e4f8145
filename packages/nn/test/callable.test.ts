import { inspect } from 'node:util'
import { CrossEntropyLoss, type Layer, Linear, LSTM, Module, Parameter, ReLU, Sequential } from '@nn/nn'
import { manualSeed, ones, randn, show, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, expectTypeOf, it } from 'vitest'

class Net extends Module {
  readonly fc1 = new Linear(2, 3)
  readonly fc2 = new Linear(3, 1)
  #calls = 0

  forward(x: Tensor, times = 1): Tensor {
    this.#calls++
    return this.fc2(this.fc1(x).relu()).mul(times)
  }

  get calls(): number {
    return this.#calls
  }
}

describe('a module is called as a function', () => {
  it('which calls its forward', () => {
    manualSeed(0)
    const net = new Net()
    const x = randn([4, 2])
    expect(net(x).toArray()).toEqual(net.forward(x).toArray())
    expect(net(x, 2).toArray()).toEqual(net.forward(x).mul(2).toArray())
    expect(net.calls).toBe(4)
    expect(new Sequential(net, new ReLU())(x).toArray()).toEqual(net(x).relu().toArray())
    expect(new CrossEntropyLoss()(ones([1, 2]), tensor([0])).item()).toBeCloseTo(Math.log(2))
  })

  it('with the types of its forward', () => {
    const x = ones([1, 2])
    expectTypeOf(new Linear(2, 3)(x)).toEqualTypeOf<Tensor>()
    expectTypeOf(new LSTM(2, 3)).parameter(0).toEqualTypeOf<Tensor>()
    const [output, [hidden, cell]] = new LSTM(2, 3)(ones([1, 1, 2]))
    expectTypeOf(output).toEqualTypeOf<Tensor>()
    expect([output.shape, hidden.shape, cell.shape]).toEqual([
      [1, 1, 3],
      [1, 1, 3],
      [1, 1, 3],
    ])
    expectTypeOf<Net>().parameters.toEqualTypeOf<[x: Tensor, times?: number]>()
    const run = <L extends Layer>(layer: L): Tensor => layer(x)
    expect(run(new Linear(2, 5)).shape).toEqual([1, 5])
    // @ts-expect-error: no tensor
    expect(() => new Linear(2, 3)('x')).toThrow()
  })

  it('where a function is asked for', () => {
    const apply = (f: (x: Tensor) => Tensor): unknown => f(tensor([-1.5, 2])).toArray()
    expect(apply(new ReLU())).toEqual([0, 2])
  })

  it('and runs its hooks once, called either way', () => {
    const relu = new ReLU()
    let calls = 0
    relu.registerForwardHook((module, _inputs, output) => {
      calls++
      expect(module).toBe(relu)
      return output.add(1)
    })
    expect(relu(tensor([1.5])).toArray()).toEqual([2.5])
    expect(relu.forward(tensor([1.5])).toArray()).toEqual([2.5])
    expect(new Sequential(relu)(tensor([1.5])).toArray()).toEqual([2.5])
    expect(calls).toBe(3)
  })
})

describe('a module is still an object of its class', () => {
  it('with nothing of a function', () => {
    const linear: object = new Linear(2, 3)
    expect(linear).toBeInstanceOf(Module)
    expect(linear instanceof Function).toBe(false)
    for (const name of ['name', 'length', 'call', 'bind', 'arguments', 'caller', 'prototype']) {
      expect(name in linear, name).toBe(false)
    }
    expect(Object.keys(linear)).toEqual(['training', 'inFeatures', 'outFeatures', 'weight', 'bias'])
  })

  it('that may have parts and properties of such names', () => {
    class Named extends Module {
      override name = 'named'
      override length = new Parameter(ones([1]))
      override call = new Linear(1, 1, { bias: false })
      override arguments = [1]
      override prototype = null

      forward(x: Tensor): Tensor {
        return this.call(x).mul(this.length)
      }
    }
    const named = new Named()
    expect(named.namedParameters().map(([name]) => name)).toEqual(['length', 'call.weight'])
    expect([named.name, named.arguments, named.prototype]).toEqual(['named', [1], null])
    expect(named(ones([1, 1])).shape).toEqual([1, 1])
    expect(named.clone().name).toBe('named')
  })

  it('in print and in messages', () => {
    const layer = new Linear(2, 3)
    const text = 'Linear(in_features=2, out_features=3, bias=True)'
    expect([String(layer), `${layer}`, inspect(layer)]).toEqual([text, text, text])
    expect(inspect({ layer })).toBe(`{ layer: ${text} }`)
    expect(show(layer)).toBe('a Linear')
    expect(show(() => 1)).toBe('a function')
  })

  it('that JSON and copies of other threads refuse', () => {
    // json.dumps(torch.nn.Linear(2, 3)) is a TypeError.
    expect(() => JSON.stringify({ model: new Linear(2, 3) })).toThrow('Linear: a module is no JSON')
    expect(() => structuredClone(new Linear(2, 3))).toThrow('could not be cloned')
  })

  it('that a promise may give', async () => {
    const layer = new Linear(2, 3)
    expect(await Promise.resolve(layer)).toBe(layer)
  })
})
