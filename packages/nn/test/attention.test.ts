import { gradcheck } from '@nn/autograd'
import { LayerNorm, MultiheadAttention, TransformerEncoder, TransformerEncoderLayer } from '@nn/nn'
import { DTypeError, manualSeed, ones, rand, randn, ShapeError, type Tensor, tensor } from '@nn/tensor'
import { beforeEach, describe, expect, it } from 'vitest'

const float64 = { dtype: 'float64' } as const

beforeEach(() => {
  manualSeed(3)
})

describe('MultiheadAttention', () => {
  it('has the gradients of finite differences', () => {
    const attention = new MultiheadAttention(4, 2, { ...float64, batchFirst: true })
    const draw = (length: number): Tensor => randn([2, length, 4], { ...float64, requiresGrad: true })
    const attend = (q: Tensor, k: Tensor, v: Tensor): Tensor => attention.forward(q, k, v)[0]
    gradcheck(attend as (...inputs: Tensor[]) => Tensor, [draw(3), draw(2), draw(2)])
    gradcheck((x) => attention.forward(x as Tensor, x as Tensor, x as Tensor, { needWeights: false })[0], [draw(3)])
  })

  it('gives weights that add up to 1, of each head where they are not averaged', () => {
    const attention = new MultiheadAttention(4, 2, { batchFirst: true })
    const [x, y] = [randn([2, 3, 4]), randn([2, 5, 4])]
    const [, weights] = attention.forward(x, y, y)
    expect(weights?.shape).toEqual([2, 3, 5])
    for (const sum of weights?.sum(-1).toTypedArray() ?? []) expect(sum).toBeCloseTo(1, 6)
    expect(attention.forward(x, y, y, { averageAttnWeights: false })[1]?.shape).toEqual([2, 2, 3, 5])
    expect(attention.forward(x, y, y, { needWeights: false })[1]).toBeNull()
  })

  it('gives nothing to what is masked', () => {
    const attention = new MultiheadAttention(4, 2)
    const x = randn([3, 4])
    const attnMask = ones([3, 3], { dtype: 'bool' }).triu(1)
    const [, weights] = attention.forward(x, x, x, { attnMask })
    expect(weights?.at(0).toArray()).toEqual([1, 0, 0])
    expect(weights?.at(1, 2).item()).toBe(0)
  })

  it('refuses sizes that do not divide, and inputs and masks that do not belong together', () => {
    expect(() => new MultiheadAttention(6, 4)).toThrow('MultiheadAttention: embedDim 6 must be divisible by numHeads 4')
    expect(() => new MultiheadAttention(0, 1)).toThrow('MultiheadAttention: embedDim must be a positive integer, got 0')
    const attention = new MultiheadAttention(4, 2)
    const x = ones([3, 2, 4])
    for (const [key, value] of [
      [ones([3, 2, 5]), x],
      [ones([3, 1, 4]), x],
      [ones([2, 2, 4]), x],
      [ones([3, 4]), ones([3, 4])],
    ] as const) {
      expect(() => attention.forward(x, key, value)).toThrow(ShapeError)
    }
    expect(() => attention.forward(x, x, x, { attnMask: ones([3, 2], { dtype: 'bool' }) })).toThrow(
      'MultiheadAttention: attnMask must have shape [3, 3], got [3, 2]',
    )
    expect(() => attention.forward(x, x, x, { keyPaddingMask: ones([3, 2], { dtype: 'bool' }) })).toThrow(
      'MultiheadAttention: keyPaddingMask must have shape [2, 3], got [3, 2]',
    )
    expect(() => attention.forward(x, x, x, { attnMask: tensor([[1]]) })).toThrow(DTypeError)
  })
})

describe('TransformerEncoderLayer', () => {
  it.each([false, true])('has the gradients of finite differences, with normFirst %s', (normFirst) => {
    const options = { dimFeedforward: 5, dropout: 0, activation: 'gelu', normFirst, ...float64 } as const
    const layer = new TransformerEncoderLayer(4, 2, options)
    gradcheck((x) => layer.forward(x as Tensor), [randn([3, 2, 4], { ...float64, requiresGrad: true })])
  })

  it('takes an activation of one’s own', () => {
    const layer = new TransformerEncoderLayer(4, 2, { dimFeedforward: 5, dropout: 0, activation: (x) => x.mul(0) })
    const x = randn([3, 4])
    const [attended] = layer.selfAttn.forward(x, x, x)
    const withoutHidden = layer.norm1.forward(x.add(attended))
    const expected = layer.norm2.forward(withoutHidden.add(layer.linear2.bias as Tensor)).toTypedArray()
    for (const [i, value] of layer.forward(x).toTypedArray().entries())
      expect(value).toBeCloseTo(expected[i] as number, 5)
  })

  it('refuses an activation that does not exist', () => {
    expect(() => new TransformerEncoderLayer(4, 2, { activation: 'tanh' as 'relu' })).toThrow(
      "TransformerEncoderLayer: activation must be 'relu', 'gelu', a function or a layer, got 'tanh'",
    )
  })
})

describe('TransformerEncoder', () => {
  it('copies its layer without drawing numbers', () => {
    const layer = new TransformerEncoderLayer(4, 2, { dimFeedforward: 5 })
    manualSeed(7)
    const encoder = new TransformerEncoder(layer, 2, { norm: new LayerNorm(4) })
    const next = rand([1]).item()
    manualSeed(7)
    expect(rand([1]).item()).toBe(next)
    const state = encoder.stateDict()
    expect(state['layers.1.linear1.weight']?.toArray()).toEqual(layer.linear1.weight.toArray())
    layer.linear1.weight.data.zero_()
    expect(state['layers.0.linear1.weight']?.toArray()).toEqual(state['layers.1.linear1.weight']?.toArray())
    expect(encoder.parameters()).toHaveLength(2 * layer.parameters().length + 2)
  })

  it('refuses a number of layers that is none', () => {
    const layer = new TransformerEncoderLayer(4, 2, { dimFeedforward: 5 })
    expect(() => new TransformerEncoder(layer, 0)).toThrow(
      'TransformerEncoder: numLayers must be a positive integer, got 0',
    )
  })
})
