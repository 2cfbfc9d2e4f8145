import { gradcheck } from '@nn/autograd'
import {
  Dropout,
  Flatten,
  functional,
  Identity,
  type Layer,
  Linear,
  LogSoftmax,
  ReLU,
  Sigmoid,
  Softmax,
  Tanh,
} from '@nn/nn'
import {
  DTypeError,
  Generator,
  IndexError,
  manualSeed,
  ones,
  rand,
  randn,
  ShapeError,
  type Tensor,
  tensor,
  zeros,
} from '@nn/tensor'
import { type EncodedTensor, readFixture } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { expectBits } from './matchers'

describe('every layer has the gradient of finite differences', () => {
  const layers: readonly [string, Layer][] = [
    ['Linear', new Linear(4, 2, { dtype: 'float64' })],
    ['ReLU', new ReLU()],
    ['Sigmoid', new Sigmoid()],
    ['Tanh', new Tanh()],
    ['Softmax', new Softmax({ dim: 1 })],
    ['LogSoftmax', new LogSoftmax({ dim: -1 })],
    ['Flatten', new Flatten()],
    ['Identity', new Identity()],
    ['Dropout in use', new Dropout(0.5).eval()],
  ]
  it.each(layers)('%s', (_, layer) => {
    manualSeed(3)
    gradcheck((x) => layer.forward(x), [randn([3, 4], { dtype: 'float64', requiresGrad: true })])
  })
})

describe('Linear', () => {
  it('takes inputs of any number of dimensions', () => {
    const layer = new Linear(3, 2)
    expect(layer.forward(ones([3])).shape).toEqual([2])
    expect(layer.forward(ones([5, 4, 3])).shape).toEqual([5, 4, 2])
    expect(layer.forward(ones([0, 3])).shape).toEqual([0, 2])
  })

  it('has gradients for weight and bias', () => {
    const x = randn([3, 4], { dtype: 'float64' })
    const weight = randn([2, 4], { dtype: 'float64', requiresGrad: true })
    const bias = randn([2], { dtype: 'float64', requiresGrad: true })
    gradcheck((weight, bias) => functional.linear(x, weight as Tensor, bias as Tensor), [weight, bias])
  })

  it('is made in the dtype that it is given', () => {
    expect(new Linear(2, 1, { dtype: 'float64' }).weight.dtype).toBe('float64')
  })

  it('draws its weights anew', () => {
    const layer = new Linear(2, 1)
    const before = layer.weight.toArray()
    layer.resetParameters()
    expect(layer.weight.toArray()).not.toEqual(before)
    expect(layer.weight.isLeaf).toBe(true)
  })

  it('may have no inputs', () => {
    expect(new Linear(0, 2).forward(zeros([1, 0])).toArray()).toEqual([[0, 0]])
  })

  it('refuses sizes that are none, and inputs that do not fit', () => {
    expect(() => new Linear(-1, 2)).toThrow('Linear: inFeatures must be a non-negative integer, got -1')
    expect(() => new Linear(2, 1.5)).toThrow('Linear: outFeatures must be a non-negative integer, got 1.5')
    expect(() => new Linear(3, 2).forward(ones([4]))).toThrow(ShapeError)
    expect(() => new Linear(3, 2).forward(ones([1, 3], { dtype: 'float64' }))).toThrow(DTypeError)
  })
})

describe('dropout', () => {
  interface Stream {
    readonly seed: number
    readonly call: string
    readonly out: EncodedTensor
  }
  const { streams } = readFixture<{ streams: Stream[] }>('random.json')

  it.each(streams.filter(({ call }) => call === 'dropout(ones(4,9),0.4)'))(
    'drops what PyTorch drops from seed $seed',
    ({ seed, out }) => {
      manualSeed(seed)
      expectBits(functional.dropout(ones([4, 9]), { p: 0.4 }), out)
    },
  )

  it('lets everything pass in use, without drawing', () => {
    const layer = new Dropout(0.5).eval()
    const x = randn([4])
    manualSeed(0)
    expect(layer.forward(x)).toBe(x)
    const next = rand([1]).item()
    manualSeed(0)
    expect(rand([1]).item()).toBe(next)
  })

  it('keeps everything for p = 0 and nothing for p = 1', () => {
    const x = randn([4])
    expect(functional.dropout(x, { p: 0 })).toBe(x)
    expect(functional.dropout(ones([3]), { p: 1 }).toArray()).toEqual([0, 0, 0])
  })

  it('sends gradients through what it kept', () => {
    manualSeed(0)
    const x = ones([100], { requiresGrad: true })
    const y = new Dropout(0.25).forward(x)
    y.sum().backward()
    expect(x.grad?.toArray()).toEqual(y.toArray())
    expect(y.gradFn?.name).toBe('MulBackward0')
  })

  it('changes its input with inplace', () => {
    const x = ones([50])
    expect(new Dropout(0.5, { inplace: true }).forward(x)).toBe(x)
    expect(new Set(x.toArray() as number[])).toEqual(new Set([0, 2]))
  })

  it('draws from the generator that it is given', () => {
    const draw = (): unknown => functional.dropout(ones([20]), { generator: new Generator(1) }).toArray()
    expect(draw()).toEqual(draw())
  })

  it('refuses probabilities outside [0, 1], and integers', () => {
    expect(() => new Dropout(1.5)).toThrow('Dropout: p must lie between 0 and 1, got 1.5')
    expect(() => new Dropout(Number.NaN)).toThrow(RangeError)
    expect(() => functional.dropout(ones([1]), { p: -0.1 })).toThrow('dropout: p must lie between 0 and 1, got -0.1')
    expect(() => functional.dropout(tensor([1]))).toThrow('dropout: needs a floating-point tensor, got int64')
  })
})

describe('activations', () => {
  it('are there as functions', () => {
    const x = tensor([-1.0, 0.5])
    expect(functional.relu(x).toArray()).toEqual([0, 0.5])
    expect(functional.sigmoid(x).toArray()).toEqual(x.sigmoid().toArray())
    expect(functional.tanh(x).toArray()).toEqual(x.tanh().toArray())
    expect(functional.softmax(x, 0).toArray()).toEqual(x.softmax(0).toArray())
    expect(functional.logSoftmax(x, 0, { dtype: 'float64' }).dtype).toBe('float64')
  })

  it('change their input with inplace', () => {
    const x = tensor([-1.5, 2])
    expect(new ReLU({ inplace: true }).forward(x)).toBe(x)
    expect(x.toArray()).toEqual([0, 2])
  })

  it('refuse a dimension that is not there', () => {
    expect(() => new Softmax({ dim: 2 }).forward(zeros([2, 2]))).toThrow(IndexError)
    expect(() => new Flatten(3).forward(zeros([2, 2]))).toThrow(IndexError)
  })
})
