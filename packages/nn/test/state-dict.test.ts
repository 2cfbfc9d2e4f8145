import { BatchNorm1d, InstanceNorm1d, Linear, Module, Sequential, StateDictError } from '@nn/nn'
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

describe('what loadStateDict takes', () => {
  const load = (state: unknown) => (): unknown => new Linear(2, 1).loadStateDict(state as Record<string, Tensor>)

  it.each([
    ['a number', 2, 'got 2'],
    ['a list', [], 'got []'],
    ['null', null, 'got null'],
    ['a promise', Promise.resolve({}), 'got a promise (is an await missing?)'],
    ['a Map', new Map(), 'got a Map'],
    ['a module', new Linear(2, 1), 'got a Linear'],
  ])('is no %s', (_, state, shown) => {
    expect(load(state)).toThrow(TypeError)
    expect(load(state)).toThrow(`loadStateDict: state must be an object of tensors, as stateDict() gives it, ${shown}`)
  })

  it('is no state of an optimizer', () => {
    expect(load({ state: {}, paramGroups: [] })).toThrow('as stateDict() gives it, got { state: {}, paramGroups: [] }')
  })

  it('has tensors only', () => {
    expect(load({ weight: [[1, 2]], bias: zeros([1]) })).toThrow('\n  weight must be a tensor, got [[1, 2]]')
    expect(load({ weight: [[1, 2]] })).toThrow(TypeError)
  })

  it('may be followed by strict, by position', () => {
    expect(new Linear(2, 1).loadStateDict({}, false)).toEqual({ missingKeys: ['weight', 'bias'], unexpectedKeys: [] })
    expect(() => new Linear(2, 1).loadStateDict({}, 'no' as unknown as boolean)).toThrow(
      "loadStateDict: strict must be true or false, got 'no'",
    )
  })
})

// torch.nn.BatchNorm1d(2).load_state_dict(state) without the key: <All keys matched successfully>
describe('a state from before batch norms counted their batches', () => {
  it('is loaded, and the module keeps its count', () => {
    const norm = new BatchNorm1d(2)
    norm.numBatchesTracked?.fill_(5)
    const { num_batches_tracked: _, ...old } = new BatchNorm1d(2).stateDict()
    const matched = { missingKeys: [], unexpectedKeys: [] }
    expect(norm.loadStateDict(old)).toEqual(matched)
    expect(norm.loadStateDict(old, { strict: false })).toEqual(matched)
    expect(norm.numBatchesTracked?.item()).toBe(5)
    expect(new Sequential(norm).loadStateDict({ '0.weight': ones([2]), ...prefixed(old) })).toEqual(matched)
    const tracking = new InstanceNorm1d(2, { affine: true, trackRunningStats: true })
    expect(tracking.loadStateDict(old)).toEqual(matched)
  })

  it('must have all else', () => {
    const { running_mean: _, ...state } = new BatchNorm1d(2).stateDict()
    expect(() => new BatchNorm1d(2).loadStateDict(state)).toThrow('missing: running_mean')
  })

  it('is nothing that other modules may lack', () => {
    const { batches_seen: _, ...state } = new Counting().stateDict()
    expect(() => new Counting().loadStateDict(state)).toThrow('missing: batches_seen')
  })
})

const prefixed = (state: Readonly<Record<string, Tensor>>): Record<string, Tensor> =>
  Object.fromEntries(Object.entries(state).map(([name, x]) => [`0.${name}`, x]))
