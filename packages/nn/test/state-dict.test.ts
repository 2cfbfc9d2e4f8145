import { Linear, Module, Sequential, StateDictError } from '@nn/nn'
import { manualSeed, ones, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

class Counting extends Module {
  readonly layer = new Linear(1, 1)
  readonly batchesSeen = this.registerBuffer('batchesSeen', tensor(3))
  readonly scratch = this.registerBuffer('scratch', zeros([2]), { persistent: false })

  forward(x: Tensor): Tensor {
    return this.layer.forward(x)
  }
}

describe('stateDict', () => {
  it('has parameters and persistent buffers by PyTorch’s names, without history', () => {
    const state = new Counting().stateDict()
    expect(Object.keys(state)).toEqual(['batches_seen', 'layer.weight', 'layer.bias'])
    expect(state['layer.weight']?.requiresGrad).toBe(false)
  })

  it('shares its storage with the module', () => {
    const layer = new Linear(2, 1)
    const { weight } = layer.stateDict()
    layer.weight.data.fill_(7)
    expect(weight?.toArray()).toEqual([[7, 7]])
  })
})

describe('loadStateDict', () => {
  it('copies every value, and converts its dtype', () => {
    manualSeed(1)
    const [from, to] = [
      new Sequential(new Linear(2, 3), new Linear(3, 1)),
      new Sequential(new Linear(2, 3), new Linear(3, 1)),
    ]
    const { weight } = to.at(0)
    expect(to.loadStateDict(from.to('float64').stateDict())).toEqual({ missingKeys: [], unexpectedKeys: [] })
    expect(to.at(0).weight).toBe(weight)
    expect(weight.dtype).toBe('float32')
    expect(weight.requiresGrad).toBe(true)
    expect(weight.toArray()).toEqual(from.at(0).weight.toArray())
    from.at(0).weight.data.zero_()
    expect(weight.sum().item()).not.toBe(0)
  })

  it('takes the module’s own state', () => {
    const layer = new Linear(2, 1)
    const before = layer.weight.toArray()
    layer.loadStateDict(layer.stateDict())
    expect(layer.weight.toArray()).toEqual(before)
  })

  it('says everything that does not fit at once, and changes nothing', () => {
    const model = new Sequential(new Linear(2, 3), new Linear(3, 1))
    const before = model.at(0).weight.toArray()
    const state = {
      '0.weight': zeros([3, 2]),
      '0.bias': zeros([4]),
      '1.weight': [1, 2, 3] as unknown as Tensor,
      'old.weight': zeros([1]),
    }
    let error: unknown
    try {
      model.loadStateDict(state)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(StateDictError)
    expect(error).toMatchObject({ missingKeys: ['1.bias'], unexpectedKeys: ['old.weight'] })
    expect((error as StateDictError).message).toBe(`loadStateDict: the state does not fit Sequential
  missing: 1.bias
  unexpected: old.weight
  0.bias is [4] in the state, [3] in the module
  1.weight must be a tensor, got [1, 2, 3]`)
    expect(model.at(0).weight.toArray()).toEqual(before)
  })

  it('with strict: false copies what both have, and says what not', () => {
    const layer = new Linear(2, 1)
    const keys = layer.loadStateDict({ weight: ones([1, 2]), other: zeros([1]) }, { strict: false })
    expect(keys).toEqual({ missingKeys: ['bias'], unexpectedKeys: ['other'] })
    expect(layer.weight.toArray()).toEqual([[1, 1]])
  })

  it('refuses values of another shape also with strict: false', () => {
    expect(() => new Linear(2, 1).loadStateDict({ weight: ones([2, 2]) }, { strict: false })).toThrow(
      'weight is [2, 2] in the state, [1, 2] in the module',
    )
  })
})
