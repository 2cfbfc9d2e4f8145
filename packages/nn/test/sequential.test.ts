import { Dropout, type Layer, Linear, LogSoftmax, ReLU, Sequential } from '@nn/nn'
import { IndexError, manualSeed, ones, randn } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

describe('Sequential', () => {
  it('gives each layer what the one before it made', () => {
    const model = new Sequential(new Linear(2, 3), new ReLU(), new Linear(3, 1))
    const x = randn([4, 2])
    expect(model.forward(x).toArray()).toEqual(model.at(2).forward(model.at(0).forward(x).relu()).toArray())
    expect(new Sequential().forward(x)).toBe(x)
  })

  it('is indexed by place, from either end, with the type of the layer there', () => {
    const model = new Sequential(new Linear(2, 3), new ReLU())
    expect(model.at(0).weight.shape).toEqual([3, 2])
    expect(model[0]).toBe(model.at(0))
    expect(model.at(-1)).toBe(model.at(1))
    expect(model[2]).toBeUndefined()
    expect(() => model.at(2)).toThrow(IndexError)
    expect(() => model.at(-3)).toThrow('Sequential: no module at -3, there are 2')
    expect(() => model.at(0.5)).toThrow(IndexError)
  })

  it('can be walked through, extended, and changed at a place', () => {
    const model = new Sequential<readonly Layer[]>(new Linear(2, 3), new ReLU())
    model.append(new Linear(3, 1))
    expect(model.length).toBe(3)
    expect([...model].map((layer) => layer.toString())).toEqual([
      'Linear(in_features=2, out_features=3, bias=True)',
      'ReLU()',
      'Linear(in_features=3, out_features=1, bias=True)',
    ])
    model[2] = new Linear(3, 5)
    expect(model.forward(ones([1, 2])).shape).toEqual([1, 5])
    expect(model.namedParameters().map(([name]) => name)).toEqual(['0.weight', '0.bias', '2.weight', '2.bias'])
  })

  it('keeps its order beyond ten layers', () => {
    const model = new Sequential<readonly Layer[]>()
    for (let i = 1; i <= 12; i++) model.append(new Linear(i, i + 1, { bias: false }))
    expect(model.forward(ones([1])).shape).toEqual([13])
    expect(Object.keys(model.stateDict()).at(-1)).toBe('11.weight')
  })

  it('calls a layer that it has twice two times', () => {
    const layer = new Linear(2, 2)
    const model = new Sequential(layer, new ReLU(), layer)
    expect(model.length).toBe(3)
    expect(model.parameters()).toHaveLength(2)
    const x = randn([3, 2])
    expect(model.forward(x).toArray()).toEqual(layer.forward(layer.forward(x).relu()).toArray())
  })

  it('takes layers by name', () => {
    manualSeed(0)
    const model = new Sequential({ hidden: new Linear(2, 3), relu: new ReLU(), output: new Linear(3, 1) })
    expect(Object.keys(model.stateDict())).toEqual(['hidden.weight', 'hidden.bias', 'output.weight', 'output.bias'])
    expect(model.at(-1)).toBe(model.getSubmodule('output'))
    expect(String(new Sequential({ hidden: new Dropout(0.25), output: new LogSoftmax({ dim: 1 }) }))).toBe(`Sequential(
  (hidden): Dropout(p=0.25, inplace=False)
  (output): LogSoftmax(dim=1)
)`)
    expect(() => model.append(new ReLU())).toThrow(
      'Sequential: its modules have names; add one with registerModule(name, module)',
    )
    expect(model.registerModule('last', new ReLU())).toBe(model.at(3))
  })

  it('refuses what is no layer', () => {
    expect(() => new Sequential(new ReLU(), undefined as unknown as Layer)).toThrow(
      "Sequential: layer '1' must be a module, got undefined",
    )
    expect(() => new Sequential({ forward: new ReLU() })).toThrow("something else under the name 'forward'")
  })

  it('says what to write in place of a list', () => {
    const loose = Sequential as unknown as new (...args: unknown[]) => Sequential
    // torch.nn.Sequential([nn.ReLU()]): TypeError, list is not a Module subclass
    expect(() => new loose([new ReLU()])).toThrow(
      "Sequential: layer '0' must be a module, got [a ReLU]; spread the list, as new Sequential(...layers)",
    )
    expect(() => new loose(1)).toThrow("Sequential: layer '0' must be a module, got 1")
    expect(() => new loose({ a: 1 })).toThrow("Sequential: layer 'a' must be a module, got 1")
    expect(() => new Sequential().append(5 as unknown as Layer)).toThrow('Sequential: module must be a module, got 5')
  })

  it('keeps the order of a Map, also where names are numbers', () => {
    const model = new Sequential(
      new Map<string, Layer>([
        ['10', new Linear(2, 3, { bias: false })],
        ['2', new Linear(3, 4, { bias: false })],
      ]),
    )
    expect(model(ones([1, 2])).shape).toEqual([1, 4])
    expect(Object.keys(model.stateDict())).toEqual(['10.weight', '2.weight'])
  })

  it('refuses an assignment to a place that is not there', () => {
    const named = new Sequential({ hidden: new Linear(2, 3), relu: new ReLU() })
    expect(() => {
      named[0] = new ReLU()
    }).toThrow("Sequential: its modules have names; assign to 'hidden' in place of 0")
    const model = new Sequential<readonly Layer[]>(new ReLU())
    expect(() => {
      model[2] = new ReLU()
    }).toThrow(IndexError)
    expect(() => {
      model[2] = new ReLU()
    }).toThrow('Sequential: no place 2, there are 1 modules')
  })

  it('prints as PyTorch prints it without layers', () => {
    expect(String(new Sequential())).toBe('Sequential()')
  })
})
