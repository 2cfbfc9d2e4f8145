import { inspect } from 'node:util'
import { Dropout, Linear, Module, Parameter, ReLU, Sequential } from '@nn/nn'
import { DTypeError, ones, scope, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

class Block extends Module {
  readonly first = new Linear(2, 3)
  readonly scaleFactor = new Parameter(ones([3]))
  readonly runningMean = this.registerBuffer('runningMean', zeros([3]))
  readonly seen = this.registerBuffer('seen', tensor(0), { persistent: false })
  readonly lastLayer = new Linear(3, 1, { bias: false })
  /** Neither is a part of the module. */
  override readonly name = 'block'
  readonly constant = ones([2])

  forward(x: Tensor): Tensor {
    return this.lastLayer.forward(this.first.forward(x).mul(this.scaleFactor).sub(this.runningMean))
  }
}

describe('a module knows what is assigned to its properties', () => {
  it('parameters: its own first, then those of its children, in PyTorch’s spelling', () => {
    const names = new Block().namedParameters().map(([name]) => name)
    expect(names).toEqual(['scale_factor', 'first.weight', 'first.bias', 'last_layer.weight'])
  })

  it('buffers, where they were registered', () => {
    const block = new Block()
    expect(block.namedBuffers().map(([name]) => name)).toEqual(['running_mean', 'seen'])
    expect(block.buffers()[0]).toBe(block.runningMean)
    expect(block.buffers()[1]).toBe(block.seen)
  })

  it('children and all modules', () => {
    const block = new Block()
    expect(block.namedChildren()).toEqual([
      ['first', block.first],
      ['last_layer', block.lastLayer],
    ])
    const outer = new Sequential(block, new ReLU())
    expect(outer.namedModules().map(([name]) => name)).toEqual(['', '0', '0.first', '0.last_layer', '1'])
    expect(outer.modules()).toEqual([outer, block, block.first, block.lastLayer, outer.at(1)])
    expect(outer.children()).toEqual([block, outer.at(1)])
  })

  it('those that a constructor assigns, and that replace others later', () => {
    class Late extends Module {
      layer: Linear
      extra?: Linear

      constructor() {
        super()
        this.layer = new Linear(2, 2)
      }

      forward(x: Tensor): Tensor {
        return this.layer.forward(x)
      }
    }
    const late = new Late()
    late.extra = new Linear(1, 1, { bias: false })
    late.layer = new Linear(2, 5)
    expect(late.namedParameters().map(([name, p]) => [name, p.shape])).toEqual([
      ['layer.weight', [5, 2]],
      ['layer.bias', [5]],
      ['extra.weight', [1, 1]],
    ])
    late.layer.bias = null
    expect(late.parameters()).toHaveLength(2)
  })

  it('only its own with recurse: false', () => {
    expect(new Block().namedParameters({ recurse: false }).map(([name]) => name)).toEqual(['scale_factor'])
    expect(new Sequential(new Block()).buffers({ recurse: false })).toEqual([])
  })
})

describe('registration by name', () => {
  class Stack extends Module {
    constructor(count: number) {
      super()
      for (let i = 0; i < count; i++) this.registerModule(`layer${i}`, new Linear(1, 1, { bias: false }))
      this.registerParameter('shift', new Parameter(zeros([1])))
    }

    forward(x: Tensor): Tensor {
      return x
    }
  }

  it('is for names that are computed', () => {
    expect(new Stack(2).namedParameters().map(([name]) => name)).toEqual(['shift', 'layer0.weight', 'layer1.weight'])
  })

  it('refuses names that are taken, empty or dotted', () => {
    const stack = new Stack(1)
    expect(() => stack.registerModule('forward', new ReLU())).toThrow(
      "registerModule: Stack has something else under the name 'forward'",
    )
    expect(() => stack.registerBuffer('layer0', zeros([1]))).toThrow(RangeError)
    expect(() => stack.registerParameter('a.b', null)).toThrow(
      "registerParameter: 'a.b' is no name for a part of Stack",
    )
    expect(() => stack.registerParameter('', null)).toThrow(RangeError)
  })

  it('keeps a buffer a buffer when another tensor takes its place', () => {
    class Counter extends Module {
      count: Tensor = this.registerBuffer('count', tensor(0))

      forward(x: Tensor): Tensor {
        this.count = this.count.add(1)
        return x
      }
    }
    const counter = new Counter()
    counter.forward(zeros([1]))
    expect(counter.stateDict().count?.item()).toBe(1)
  })

  it('makes buffers outlive the scope that they were made in', () => {
    const block = scope(() => new Holder(new Block())).module
    expect(block.runningMean.toArray()).toEqual([0, 0, 0])
    expect(block.first.weight.shape).toEqual([3, 2])
    expect(block.first.weight.toArray()).toHaveLength(3)
  })
})

/** Hides what it holds from the scope that it is returned from. */
class Holder<T> {
  readonly module: T

  constructor(module: T) {
    this.module = module
  }
}

describe('a shared module', () => {
  class Tied extends Module {
    readonly encoder = new Linear(2, 2)
    readonly decoder = this.encoder

    forward(x: Tensor): Tensor {
      return this.decoder.forward(this.encoder.forward(x))
    }
  }

  it('is once in parameters() and twice in stateDict()', () => {
    const tied = new Tied()
    expect(tied.namedParameters().map(([name]) => name)).toEqual(['encoder.weight', 'encoder.bias'])
    expect(Object.keys(tied.stateDict())).toEqual(['encoder.weight', 'encoder.bias', 'decoder.weight', 'decoder.bias'])
    expect(tied.children()).toEqual([tied.encoder])
  })

  it('prints under both names', () => {
    expect(String(new Tied())).toBe(`Tied(
  (encoder): Linear(in_features=2, out_features=2, bias=True)
  (decoder): Linear(in_features=2, out_features=2, bias=True)
)`)
  })

  it('may be a parameter that two layers share', () => {
    const [embedding, output] = [new Linear(3, 3), new Linear(3, 3)]
    output.weight = embedding.weight
    expect(new Sequential(embedding, output).parameters()).toHaveLength(3)
  })
})

describe('train and eval', () => {
  it('say to all modules inside whether they train', () => {
    const model = new Sequential(new Linear(1, 1), new Sequential(new Dropout(0.5)))
    expect(model.training).toBe(true)
    expect(model.eval()).toBe(model)
    expect(model.modules().map((module) => module.training)).toEqual([false, false, false, false])
    model.train()
    expect(model.at(1).training).toBe(true)
    expect(model.train(false).training).toBe(false)
  })
})

describe('requiresGrad_, zeroGrad and apply', () => {
  it('freeze parameters', () => {
    const layer = new Linear(2, 1).requiresGrad_(false)
    expect(layer.forward(ones([1, 2])).requiresGrad).toBe(false)
    expect(layer.requiresGrad_().weight.requiresGrad).toBe(true)
  })

  it('set gradients to null', () => {
    const layer = new Linear(2, 1)
    layer
      .forward(ones([1, 2]))
      .sum()
      .backward()
    expect(layer.weight.grad?.toArray()).toEqual([[1, 1]])
    layer.zeroGrad()
    expect(layer.weight.grad).toBeNull()
  })

  it('visit the innermost modules first', () => {
    const inner = new Sequential(new ReLU())
    const outer = new Sequential(inner, new Dropout())
    const seen: Module[] = []
    expect(outer.apply((module) => seen.push(module))).toBe(outer)
    expect(seen).toEqual([inner.at(0), inner, outer.at(1), outer])
  })
})

describe('arguments', () => {
  const model = new Sequential(new Block())
  const loose = model as unknown as Record<string, (...args: unknown[]) => unknown>

  it('go by position as in PyTorch, or by name', () => {
    expect(model.parameters(false)).toHaveLength(0)
    expect(model.buffers(true)).toHaveLength(2)
    const first = (pairs: [string, unknown][]): unknown => pairs[0]?.[0]
    expect(first(model.namedParameters('net'))).toBe('net.0.scale_factor')
    expect(first(model.namedBuffers({ prefix: 'net' }))).toBe('net.0.running_mean')
    expect(model.namedParameters('net', false)).toHaveLength(0)
    const layer = new Linear(1, 1)
    const shared = new Sequential(layer, layer)
    expect(shared.namedParameters({ removeDuplicate: false }).map(([name]) => name)).toEqual([
      '0.weight',
      '0.bias',
      '1.weight',
      '1.bias',
    ])
    expect(layer.requiresGrad_({ requiresGrad: false }).weight.requiresGrad).toBe(false)
    expect(new Parameter(ones([1]), false).requiresGrad).toBe(false)
  })

  it.each([
    ['train', ['yes'], "train: mode must be true or false, got 'yes'"],
    ['eval', [true], 'eval: takes 0 arguments by position, got 1'],
    ['parameters', ['yes'], "parameters: recurse must be true or false, got 'yes'"],
    ['namedParameters', [{ recursive: false }], "namedParameters: there is no option 'recursive'"],
    ['namedParameters', [false], 'namedParameters: prefix must be text, got false'],
    ['requiresGrad_', [0], 'requiresGrad_: requiresGrad must be true or false, got 0'],
    ['getSubmodule', [1], 'getSubmodule: name must be text, got 1'],
    ['getParameter', [], 'getParameter: name is missing'],
    ['zeroGrad', [true], 'zeroGrad: takes 0 arguments'],
    ['apply', [5], 'apply: fn must be a function, got 5'],
    ['to', ['cpu'], "got 'cpu'"],
    ['float', ['float32'], 'float: takes 0 arguments'],
    ['children', [1], 'children: takes 0 arguments'],
    ['stateDict', [1], 'stateDict: takes 0 arguments'],
    ['clone', [1], 'clone: takes 0 arguments'],
  ])('that it does not take are refused: %s', (name, args, message) => {
    expect(() => loose[name]!(...args)).toThrow(message)
    expect(() => loose[name]!(...args)).toThrow(TypeError)
  })
})

describe('to(dtype)', () => {
  it('converts floating-point parameters and buffers where they are', () => {
    const block = new Block()
    const { weight } = block.first
    block.to('float64')
    expect(block.first.weight).toBe(weight)
    expect(weight.dtype).toBe('float64')
    expect(weight.requiresGrad).toBe(true)
    expect(block.runningMean.dtype).toBe('float64')
    expect(block.seen.dtype).toBe('int64')
    block
      .forward(ones([1, 2], { dtype: 'float64' }))
      .sum()
      .backward()
    expect(weight.grad?.dtype).toBe('float64')
  })

  it('refuses integers', () => {
    expect(() => new Linear(1, 1).to('int64')).toThrow(DTypeError)
  })
})

describe('getSubmodule', () => {
  it('finds modules by their names', () => {
    const model = new Sequential(new Block())
    expect(model.getSubmodule('0.last_layer')).toBe(model.at(0).lastLayer)
    expect(model.getSubmodule('')).toBe(model)
    expect(() => model.getSubmodule('0.middle')).toThrow(
      "getSubmodule: Block has no module 'middle' (of '0.middle'), it has: first, last_layer",
    )
  })
})

describe('getParameter and getBuffer', () => {
  const model = new Sequential(new Block())

  it('find parts by their names, to any depth', () => {
    expect(model.getParameter('0.last_layer.weight')).toBe(model.at(0).lastLayer.weight)
    expect(model.at(0).getParameter('scale_factor')).toBe(model.at(0).scaleFactor)
    expect(model.getBuffer('0.running_mean')).toBe(model.at(0).runningMean)
  })

  it('say what there is instead', () => {
    expect(() => model.getParameter('0.first.wait')).toThrow(
      "getParameter: Linear has no 'wait' (of '0.first.wait'), it has: weight, bias",
    )
    expect(() => model.getBuffer('0.scale_factor')).toThrow(RangeError)
  })
})

describe('in print', () => {
  it('a module shows its children by name, in Node’s console too', () => {
    const text = `Block(
  (first): Linear(in_features=2, out_features=3, bias=True)
  (last_layer): Linear(in_features=3, out_features=1, bias=False)
)`
    expect(String(new Block())).toBe(text)
    expect(inspect(new Block())).toBe(text)
  })

  it('a module may say something of itself', () => {
    class Power extends Module {
      readonly inner = new ReLU({ inplace: true })

      forward(x: Tensor): Tensor {
        return x.square()
      }

      override extraRepr(): string {
        return 'exponent=2'
      }
    }
    expect(String(new Power())).toBe('Power(\n  exponent=2\n  (inner): ReLU(inplace=True)\n)')
  })
})

describe('clone', () => {
  it('copies parameters and buffers, whose values the copy owns', () => {
    const block = new Block().eval()
    const copy = block.clone()
    expect(copy).toBeInstanceOf(Block)
    expect(Object.keys(copy.stateDict())).toEqual(Object.keys(block.stateDict()))
    expect(copy.forward(ones([1, 2])).toArray()).toEqual(block.forward(ones([1, 2])).toArray())
    block.first.weight.data.zero_()
    block.runningMean.add_(1)
    expect(copy.first.weight.toArray()).not.toEqual(block.first.weight.toArray())
    expect(copy.runningMean.toArray()).toEqual([0, 0, 0])
    expect([copy.name, copy.training]).toEqual(['block', false])
    expect(copy.namedBuffers().map(([name]) => name)).toEqual(['running_mean', 'seen'])
  })

  it('shares in the copy what was shared, and leaves out gradients and hooks', () => {
    const layer = new Linear(2, 2)
    const model = new Sequential(layer, layer)
    layer.weight.requiresGrad_(false)
    const handle = layer.registerForwardHook(() => zeros([1, 2]))
    model.forward(ones([1, 2]))
    const copy = model.clone()
    expect(copy.at(0)).toBe(copy.at(1))
    expect(copy.at(0) === layer).toBe(false)
    expect(copy.parameters().map(({ requiresGrad, grad }) => [requiresGrad, grad])).toEqual([
      [false, null],
      [true, null],
    ])
    expect(copy.forward(ones([1, 2])).toArray()).not.toEqual([[0, 0]])
    handle.remove()
    expect(copy.forward(ones([1, 2])).toArray()).toEqual(model.forward(ones([1, 2])).toArray())
  })
})
