import {
  BatchNorm1d,
  Bilinear,
  ConvTranspose2d,
  GroupNorm,
  LayerNorm,
  Linear,
  LSTMCell,
  Module,
  MultiheadAttention,
  Parameter,
  ReLU,
  RMSNorm,
  Sequential,
} from '@nn/nn'
import { ones, randn, type Tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

/** As plain JavaScript assigns, without types. */
const assign = (module: Module, property: string, value: unknown): void => {
  ;(module as unknown as Record<string, unknown>)[property] = value
}

const names = (module: Module): unknown => [
  module.namedParameters().map(([name]) => name),
  module.namedBuffers().map(([name]) => name),
  module.namedChildren().map(([name]) => name),
]

// What torch.nn.Module.__setattr__ does.
describe('a property that holds a parameter', () => {
  it.each([
    ['a tensor', zeros([3, 2]), 'a float32 tensor [3, 2]'],
    ['a result', ones([3, 2], { requiresGrad: true }).add(2), 'a float32 tensor [3, 2]'],
    ['a number', 5, '5'],
    ['a module', new ReLU(), 'a ReLU'],
    ['undefined', undefined, 'undefined'],
  ])('takes no other value: %s', (_, value, shown) => {
    const layer = new Linear(2, 3)
    const { weight } = layer
    expect(() => assign(layer, 'weight', value)).toThrow(TypeError)
    expect(() => assign(layer, 'weight', value)).toThrow(`Linear: cannot assign ${shown} as the parameter 'weight'; `)
    expect(layer.weight).toBe(weight)
    expect(layer.parameters()).toHaveLength(2)
  })

  it('says what to write instead', () => {
    expect(() => assign(new Linear(1, 1), 'weight', zeros([1, 1]))).toThrow(
      'wrap it in new Parameter(…), or change the values in place, as noGrad(() => layer.weight.copy_(…))',
    )
  })

  it('takes another parameter, and null', () => {
    const layer = new Linear(2, 3)
    layer.bias = new Parameter(ones([3]))
    expect(names(layer)).toEqual([['weight', 'bias'], [], []])
    layer.bias = null
    expect(names(layer)).toEqual([['weight'], [], []])
    expect(() => assign(layer, 'bias', ones([3]))).toThrow("as the parameter 'bias'")
    layer.bias = new Parameter(ones([3]))
    expect(names(layer)).toEqual([['weight', 'bias'], [], []])
  })

  it.each([
    ['bias', new Linear(2, 3, { bias: false })],
    ['bias', new Bilinear(2, 2, 3, { bias: false })],
    ['bias', new ConvTranspose2d(1, 1, 2, { bias: false })],
    ['biasHh', new LSTMCell(2, 3, { bias: false })],
    ['inProjBias', new MultiheadAttention(4, 2, { bias: false })],
    ['biasK', new MultiheadAttention(4, 2)],
    ['weight', new RMSNorm(2, { elementwiseAffine: false })],
    ['weight', new LayerNorm(2, { elementwiseAffine: false })],
    ['bias', new GroupNorm(1, 2, { affine: false })],
    ['bias', new BatchNorm1d(2, { affine: false })],
  ])('takes only a parameter in layers without one: %s of %s', (property, layer) => {
    expect(() => assign(layer, property, ones([2]))).toThrow(`as the parameter '${property}'; wrap it`)
    expect(Reflect.get(layer, property)).toBe(null)
  })

  it('takes only a parameter also where it was registered as null', () => {
    class Maybe extends Module {
      shift: Parameter | null = this.registerParameter('shift', null)

      forward(x: Tensor): Tensor {
        return x
      }
    }
    expect(() => assign(new Maybe(), 'shift', ones([1]))).toThrow(TypeError)
  })

  it('may be deleted, and then holds anything', () => {
    const layer = new Linear(2, 3)
    Reflect.deleteProperty(layer, 'bias')
    assign(layer, 'bias', 5)
    expect(names(layer)).toEqual([['weight'], [], []])
  })

  it('may be declared again by a subclass', () => {
    class Wide extends Linear {
      override weight: Parameter

      constructor() {
        super(2, 3)
        this.weight = new Parameter(ones([3, 2]))
      }
    }
    expect(names(new Wide())).toEqual([['weight', 'bias'], [], []])
  })
})

describe('a property that holds a module', () => {
  it('takes another module, and null, and no other value', () => {
    const model = new Sequential<readonly Module[] & readonly ReLU[]>(new ReLU())
    expect(() => assign(model, '0', 5)).toThrow(
      "Sequential: cannot assign 5 as the module '0'; it takes a module or null",
    )
    expect(() => assign(model, '0', ones([1]))).toThrow(TypeError)
    assign(model, '0', null)
    expect(names(model)).toEqual([[], [], []])
    expect(() => assign(model, '0', ones([1]))).toThrow(TypeError)
  })

  it('takes a parameter, which it then is', () => {
    const model = new Sequential(new Linear(1, 1))
    assign(model, '0', new Parameter(ones([1])))
    expect(names(model)).toEqual([['0'], [], []])
  })
})

describe('a property that holds a buffer', () => {
  it('takes another tensor, and null, and no other value', () => {
    const norm = new BatchNorm1d(2)
    norm.runningMean = randn([2])
    expect(() => assign(norm, 'runningMean', 5)).toThrow(
      "BatchNorm1d: cannot assign 5 as the buffer 'runningMean'; it takes a tensor or null",
    )
    norm.runningVar = null
    expect(names(norm)).toEqual([['weight', 'bias'], ['running_mean', 'num_batches_tracked'], []])
  })

  it('takes a parameter or a module, which it then is, and no buffer any more', () => {
    const norm = new BatchNorm1d(2)
    norm.runningMean = new Parameter(ones([2]))
    assign(norm, 'runningVar', new ReLU())
    expect(names(norm)).toEqual([['weight', 'bias', 'running_mean'], ['num_batches_tracked'], ['running_var']])
    expect(Object.keys(norm.stateDict())).toEqual(['weight', 'bias', 'running_mean', 'num_batches_tracked'])
  })
})

describe('names', () => {
  it('that two properties would share are refused with both', () => {
    class Twice extends Module {
      fcA = new Linear(1, 1)
      fc_a: Parameter | Linear = new Linear(1, 1)

      forward(x: Tensor): Tensor {
        return this.fcA(x)
      }
    }
    const message = "Twice: the properties 'fcA' and 'fc_a' are both 'fc_a' in state dicts; rename one"
    const twice = new Twice()
    for (const list of [
      () => twice.stateDict(),
      () => twice.namedParameters(),
      () => twice.loadStateDict({}),
      () => new Sequential(twice).parameters(),
    ]) {
      expect(list).toThrow(RangeError)
      expect(list).toThrow(message)
    }
    twice.fc_a = new Parameter(ones([1]))
    expect(() => twice.stateDict()).toThrow(message)
    Reflect.deleteProperty(twice, 'fc_a')
    expect(Object.keys(twice.stateDict())).toEqual(['fc_a.weight', 'fc_a.bias'])
  })

  it('come in the order of assignment', () => {
    class Late extends Module {
      first?: Linear
      second: Linear

      constructor() {
        super()
        this.second = new Linear(1, 1)
        this.first = new Linear(1, 1)
      }

      forward(x: Tensor): Tensor {
        return x
      }
    }
    expect(new Late().namedChildren().map(([name]) => name)).toEqual(['second', 'first'])
  })
})

describe('registration', () => {
  class Empty extends Module {
    forward(x: Tensor): Tensor {
      return x
    }
  }

  it('under its own name again replaces', () => {
    const module = new Empty()
    const [first, second] = [new Parameter(ones([1])), new Parameter(ones([2]))]
    module.registerParameter('weight', first)
    module.registerParameter('weight', second)
    module.registerBuffer('mean', ones([1]))
    module.registerBuffer('mean', ones([3]))
    module.registerModule('act', new Linear(1, 1))
    module.registerModule('act', new ReLU())
    expect(module.parameters()[0]).toBe(second)
    expect(module.parameters()).toHaveLength(1)
    expect(module.getBuffer('mean').shape).toEqual([3])
    expect(String(module.getSubmodule('act'))).toBe('ReLU()')
    module.registerBuffer('mean', ones([3]), false)
    expect(Object.keys(module.stateDict())).toEqual(['weight'])
    module.registerModule('none', null)
    expect(module.children()).toHaveLength(1)
  })

  it('under the name of something else is refused', () => {
    const module = new Empty()
    assign(module, 'plain', 5)
    module.registerParameter('weight', new Parameter(ones([1])))
    module.registerModule('act', new ReLU())
    module.registerBuffer('mean', ones([1]))
    for (const name of ['plain', 'weight', 'act', 'forward']) {
      expect(() => module.registerBuffer(name, ones([1]))).toThrow(
        `registerBuffer: Empty has something else under the name '${name}'`,
      )
    }
    expect(() => module.registerParameter('mean', null)).toThrow(RangeError)
    expect(() => module.registerModule('weight', new ReLU())).toThrow(RangeError)
  })

  it('of what is no such part is refused', () => {
    const module = new Empty()
    const loose = module as unknown as Record<string, (...args: unknown[]) => unknown>
    const refused: [string, unknown[], string][] = [
      ['registerBuffer', ['a', 5], 'registerBuffer: tensor must be a tensor or null, got 5'],
      ['registerBuffer', [5, ones([1])], 'registerBuffer: name must be text, got 5'],
      ['registerBuffer', ['a', ones([1]), 'yes'], "registerBuffer: persistent must be true or false, got 'yes'"],
      ['registerParameter', ['a', ones([1])], 'registerParameter: parameter must be a Parameter or null'],
      ['registerModule', ['a', 'b'], "registerModule: module must be a module or null, got 'b'"],
      ['registerModule', [null, new ReLU()], 'registerModule: name must be text, got null'],
    ]
    for (const [name, args, message] of refused) {
      expect(() => loose[name]!(...args), name).toThrow(TypeError)
      expect(() => loose[name]!(...args), name).toThrow(message)
    }
    expect(Object.keys(module)).toEqual(['training'])
  })
})
