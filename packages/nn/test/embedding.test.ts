import { gradcheck, gradgradcheck } from '@nn/autograd'
import { Embedding, functional } from '@nn/nn'
import { DTypeError, IndexError, manualSeed, ones, randn, ShapeError, type Tensor, tensor, zeros } from '@nn/tensor'
import { type EncodedTensor, readFixture } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { fromEncoded } from './from-encoded'
import { expectBits, expectGradient } from './matchers'

const { embedding, oneHot } = functional

const table = (): Tensor =>
  tensor(
    [
      [3, 4],
      [6, 8],
      [0.5, 0.25],
    ],
    { dtype: 'float32' },
  )
const words = tensor([
  [0, 1],
  [1, 2],
])

function gradientOf(options: functional.EmbeddingOptions): unknown {
  const weight = table().requiresGrad_()
  embedding(words, weight, options).sum().backward()
  return weight.grad?.toArray()
}

describe('embedding', () => {
  it('looks up a row for each index', () => {
    expect(embedding(words, table()).shape).toEqual([2, 2, 2])
    expect(embedding(tensor(1), table()).toArray()).toEqual([6, 8])
    expect(embedding(tensor([2]).int(), table()).toArray()).toEqual([[0.5, 0.25]])
  })

  it('adds up the gradients of rows that are looked up more than once', () => {
    expect(gradientOf({})).toEqual([
      [1, 1],
      [2, 2],
      [1, 1],
    ])
  })

  it('gives no gradient to the padding', () => {
    expect(gradientOf({ paddingIdx: 1 })).toEqual([
      [1, 1],
      [0, 0],
      [1, 1],
    ])
    expect(gradientOf({ paddingIdx: -1 })).toEqual([
      [1, 1],
      [2, 2],
      [0, 0],
    ])
  })

  it('can divide gradients by how often a row was looked up', () => {
    expect(gradientOf({ scaleGradByFreq: true })).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ])
  })

  it('can scale down the rows that it looks up, in the table itself', () => {
    const weight = table()
    embedding(tensor([1, 2, 1]), weight, { maxNorm: 5 })
    expect(weight.round().toArray()).toEqual([
      [3, 4],
      [3, 4],
      [0, 0],
    ])
    expect(weight.at(2).toArray()).toEqual([0.5, 0.25])
    embedding(tensor([0]), weight, { maxNorm: 3.5, normType: 1 })
    expect(weight.at(0, 0).item()).toBeCloseTo(1.5, 5)
    expect(weight.at(0, 1).item()).toBeCloseTo(2, 5)
  })

  it('refuses what cannot be looked up', () => {
    expect(() => embedding(tensor([3]), table())).toThrow('embedding: index 3 is none of 3 rows')
    expect(() => embedding(tensor([-1]), table())).toThrow(IndexError)
    expect(() => embedding(tensor([1.5]), table())).toThrow(DTypeError)
    expect(() => embedding(words, zeros([3]))).toThrow(ShapeError)
    expect(() => embedding(words, table(), { paddingIdx: 3 })).toThrow('embedding: paddingIdx 3 is none of 3 rows')
  })

  it('has the gradients of finite differences, once and twice', () => {
    manualSeed(0)
    const weight = randn([3, 2], { dtype: 'float64', requiresGrad: true })
    expect(gradcheck((weight) => embedding(words, weight), [weight])).toBe(true)
    expect(gradgradcheck((weight) => embedding(words, weight).square(), [weight])).toBe(true)
  })
})

describe('oneHot', () => {
  it('has a 1 at the class', () => {
    expect(oneHot(tensor([0, 2])).toArray()).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ])
    expect(oneHot(tensor(1), 4).toArray()).toEqual([0, 1, 0, 0])
    expect(oneHot(zeros([2, 0], { dtype: 'int64' }), 3).shape).toEqual([2, 0, 3])
  })

  it('refuses what is no class', () => {
    expect(() => oneHot(tensor([3]), 3)).toThrow('oneHot: index 3 is none of 3 classes')
    expect(() => oneHot(tensor([-1, 2]))).toThrow(IndexError)
    expect(() => oneHot(tensor([1]).int())).toThrow(DTypeError)
    expect(() => oneHot(zeros([0], { dtype: 'int64' }))).toThrow(RangeError)
  })
})

interface EmbeddingCase {
  readonly module: string
  readonly seed: number
  readonly x: EncodedTensor
  readonly y: EncodedTensor
  readonly cotangent: EncodedTensor
  readonly param_grads: { readonly weight: EncodedTensor }
  readonly state_dict: { readonly weight: EncodedTensor }
  readonly repr: string
}

const layers: Readonly<Record<string, () => Embedding>> = {
  'Embedding(10,4)': () => new Embedding(10, 4),
  'Embedding(10,4,padding_idx=3)': () => new Embedding(10, 4, { paddingIdx: 3 }),
}

const cases = readFixture<EmbeddingCase[]>('modules.json').filter(({ module }) => module in layers)

describe('Embedding', () => {
  it.each(cases)('starts, computes, differentiates and prints as PyTorch: $module', (testCase) => {
    manualSeed(testCase.seed)
    const layer = (layers[testCase.module] as () => Embedding)()
    expectBits(layer.weight, testCase.state_dict.weight)
    const y = layer.forward(fromEncoded(testCase.x))
    expectBits(y, testCase.y)
    y.mul(fromEncoded(testCase.cotangent)).sum().backward()
    expectGradient(layer.weight.grad as Tensor, testCase.param_grads.weight)
    expect(String(layer)).toBe(testCase.repr)
  })

  it('prints all that is unusual about it', () => {
    const layer = new Embedding(10, 4, { paddingIdx: -1, maxNorm: 2, normType: 3, scaleGradByFreq: true })
    expect(String(layer)).toBe('Embedding(10, 4, padding_idx=9, max_norm=2.0, norm_type=3.0, scale_grad_by_freq=True)')
  })

  it('takes rows that were learned before, and draws none', () => {
    manualSeed(0)
    const expected = randn([2]).toArray()
    manualSeed(0)
    const frozen = Embedding.fromPretrained(table())
    expect(randn([2]).toArray()).toEqual(expected)
    expect(frozen.weight.requiresGrad).toBe(false)
    expect(frozen.forward(tensor([1])).toArray()).toEqual([[6, 8]])
    expect(Embedding.fromPretrained(table(), { freeze: false }).weight.requiresGrad).toBe(true)
  })

  it('refuses what is no table', () => {
    expect(() => new Embedding(-1, 4)).toThrow('Embedding: numEmbeddings must be a non-negative integer, got -1')
    expect(() => new Embedding(3, 4, { paddingIdx: 3 })).toThrow(IndexError)
    expect(() => new Embedding(3, 4, { weight: ones([3, 3]) })).toThrow(ShapeError)
    expect(() => Embedding.fromPretrained(ones([3]))).toThrow(ShapeError)
  })
})
