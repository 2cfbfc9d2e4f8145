import {
  clipGradNorm_,
  Linear,
  type Module,
  ModuleDict,
  Parameter,
  ParameterDict,
  ParameterList,
  parametersToVector,
  ReLU,
} from '@nn/nn'
import { IndexError, ones, zeros } from '@nn/tensor'
import { describe, expect, expectTypeOf, it } from 'vitest'

describe('ModuleDict', () => {
  it('gives each module under its key and in its own type', () => {
    const dict = new ModuleDict({ linear: new Linear(1, 2), relu: new ReLU() })
    expectTypeOf(dict.get('linear')).toEqualTypeOf<Linear>()
    expect(dict.get('linear').weight.shape).toEqual([2, 1])
    expect(dict.keys()).toEqual(['linear', 'relu'])
    expect([...dict]).toEqual([...dict.entries()])
    expect(dict.values()[1]).toBeInstanceOf(ReLU)
  })

  it('is changed key by key', () => {
    const dict = new ModuleDict<Record<string, Module>>()
    const [first, second] = [new ReLU(), new ReLU()]
    dict.set('a', first).update({ a: second, b: first })
    expect([dict.length, dict.has('a'), dict.has('c')]).toEqual([2, true, false])
    expect(dict.get('a')).toBe(second)
    expect(dict.pop('a')).toBe(second)
    expect(dict.keys()).toEqual(['b'])
    dict.clear()
    expect(dict.length).toBe(0)
    expect(() => dict.get('b')).toThrow("ModuleDict: nothing under the key 'b', it has: ")
  })

  it('keeps its keys as they are in state dicts, and in copies', () => {
    const dict = new ModuleDict({ hiddenLayer: new Linear(1, 2, { bias: false }) })
    // list(nn.ModuleDict({'hiddenLayer': nn.Linear(1, 2, bias=False)}).state_dict())
    expect(Object.keys(dict.stateDict())).toEqual(['hiddenLayer.weight'])
    const copy = dict.clone()
    expect(copy.get('hiddenLayer').weight.equal(dict.get('hiddenLayer').weight)).toBe(true)
    expect(copy.get('hiddenLayer') === dict.get('hiddenLayer')).toBe(false)
  })

  it('prints as PyTorch does', () => {
    expect(String(new ModuleDict({ a: new Linear(1, 2), b: new ReLU() }))).toBe(`ModuleDict(
  (a): Linear(in_features=1, out_features=2, bias=True)
  (b): ReLU()
)`)
    expect(String(new ModuleDict())).toBe('ModuleDict()')
  })

  it('keeps the order of keys that are numbers, given in pairs, in a Map or one by one', () => {
    const [a, b, c] = [new ReLU(), new ReLU(), new ReLU()]
    // list(nn.ModuleDict([['10', a], ['2', b]]))
    const dict = new ModuleDict<Record<string, Module>>([
      ['10', a],
      ['2', b],
    ])
    expect(dict.set('1', c).keys()).toEqual(['10', '2', '1'])
    expect(dict.set('10', b).keys()).toEqual(['10', '2', '1'])
    expect(dict.values()).toEqual([b, b, c])
    expect(
      new ModuleDict(
        new Map([
          ['2', new ReLU()],
          ['1', new ReLU()],
        ]),
      ).keys(),
    ).toEqual(['2', '1'])
    expect(dict.clone().keys()).toEqual(['10', '2', '1'])
    expect(new ModuleDict(dict).keys()).toEqual(['10', '2', '1'])
    expect(String(dict)).toBe('ModuleDict(\n  (10): ReLU()\n  (2): ReLU()\n  (1): ReLU()\n)')
  })

  it('says what it takes', () => {
    const loose = ModuleDict as unknown as new (...args: unknown[]) => ModuleDict
    const message = "ModuleDict: modules must be an object, a Map or a list of pairs, as [['key', part]], got "
    expect(() => new loose(5)).toThrow(`${message}5`)
    expect(() => new loose([new ReLU()])).toThrow(`${message}[a ReLU]`)
    expect(() => new loose(new ReLU())).toThrow(`${message}a ReLU`)
    expect(() => new loose({ a: 1 })).toThrow("ModuleDict: modules must be modules, got 1 under the key 'a'")
    expect(() => new loose({ a: new ReLU() }, 2)).toThrow('beginning with 2 too many')
    expect(() => new ModuleDict().get(1 as unknown as string)).toThrow('get: key must be text, got 1')
  })

  it('refuses keys that modules use themselves, keys with dots, and being called', () => {
    expect(() => new ModuleDict({ keys: new ReLU() })).toThrow("ModuleDict has something else under the name 'keys'")
    expect(() => new ModuleDict({ 'a.b': new ReLU() })).toThrow("'a.b' is no name for a part of ModuleDict")
    expect(() => new ModuleDict().forward()).toThrow('ModuleDict: a dictionary has no forward; use what is in it')
  })
})

describe('ParameterDict', () => {
  it('makes parameters of tensors, in the order of the alphabet', () => {
    const bias = new Parameter(zeros([]))
    const dict = new ParameterDict({ weightIn: ones([2, 2]), bias })
    expect(dict.namedParameters().map(([name]) => name)).toEqual(['bias', 'weightIn'])
    expect(dict.get('bias')).toBe(bias)
    expect(dict.get('weightIn')).toBeInstanceOf(Parameter)
  })

  it('is changed key by key', () => {
    const dict = new ParameterDict()
    dict.set('b', ones([1])).update({ b: zeros([2]), a: ones([3]) })
    expect(dict.keys()).toEqual(['b', 'a'])
    expect(dict.pop('b').shape).toEqual([2])
    expect(dict.has('b')).toBe(false)
    expect(() => dict.get('b')).toThrow("ParameterDict: nothing under the key 'b', it has: a")
  })

  it('keeps the order of pairs', () => {
    // list(nn.ParameterDict([('10', torch.ones(1)), ('2', torch.ones(1))]))
    const dict = new ParameterDict([['10', ones([1])] as const, ['2', ones([1])] as const])
    expect(dict.keys()).toEqual(['10', '2'])
    expect(new ParameterDict(dict).keys()).toEqual(['10', '2'])
    const loose = ParameterDict as unknown as new (...args: unknown[]) => ParameterDict
    expect(() => new loose({ a: 1 })).toThrow("ParameterDict: parameters must be tensors, got 1 under the key 'a'")
  })

  it('prints as PyTorch does', () => {
    // nn.ParameterDict({'w': torch.ones(2, 2), 'b': nn.Parameter(torch.zeros(()))})
    expect(String(new ParameterDict({ w: ones([2, 2]), b: zeros([]) }))).toBe(`ParameterDict(
    (b): Parameter containing: [torch.FloatTensor of size ]
    (w): Parameter containing: [torch.FloatTensor of size 2x2]
)`)
    expect(String(new ParameterDict())).toBe('ParameterDict()')
  })
})

describe('ParameterList', () => {
  it('makes parameters of tensors, and is indexed, extended and counted', () => {
    const list = new ParameterList([ones([2])])
    list.append(ones([3])).extend([ones([4])])
    expect(list.length).toBe(3)
    expect(list.at(-1)).toBe(list[2])
    expect([...list].map(({ shape }) => shape)).toEqual([[2], [3], [4]])
    expect(Object.keys(list.stateDict())).toEqual(['0', '1', '2'])
    expect(() => list.at(3)).toThrow(IndexError)
    expect(() => list.at(3)).toThrow('ParameterList: no parameter at 3, there are 3')
  })

  it('is a list of parameters to what takes one', () => {
    const list = new ParameterList([ones([2])])
    list.at(0).sum().backward()
    expect(clipGradNorm_(list, 1).item()).toBeCloseTo(Math.SQRT2)
    expect(parametersToVector(list).shape).toEqual([2])
  })

  it('has copies with parameters of their own', () => {
    const list = new ParameterList([ones([2])])
    const copy = list.clone()
    list.at(0).data.fill_(3)
    expect(copy.at(0).toArray()).toEqual([1, 1])
  })

  it('prints as PyTorch does', () => {
    // nn.ParameterList([torch.ones(2, 2), nn.Parameter(torch.zeros(3))])
    const list = new ParameterList([ones([2, 2]), zeros([3])])
    expect(String(list)).toBe(`ParameterList(
    (0): Parameter containing: [torch.float32 of size 2x2]
    (1): Parameter containing: [torch.float32 of size 3]
)`)
  })

  it('says what it takes', () => {
    const loose = ParameterList as unknown as new (...args: unknown[]) => ParameterList
    expect(() => new loose(ones([2]))).toThrow(
      'ParameterList: parameters must be a list, as [a, b], got a float32 tensor [2]',
    )
    expect(() => new loose([1])).toThrow('ParameterList: parameter must be a tensor, got 1')
    expect(() => new loose([], 1)).toThrow(TypeError)
  })

  it('has no forward', () => {
    expect(() => new ParameterList().forward()).toThrow('ParameterList: a list has no forward')
  })
})
