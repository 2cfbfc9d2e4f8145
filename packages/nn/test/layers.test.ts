import { gradcheck } from '@nn/autograd'
import {
  Dropout,
  Dropout1d,
  Dropout2d,
  Flatten,
  functional,
  Hardswish,
  Hardtanh,
  Identity,
  type Layer,
  LeakyReLU,
  Linear,
  LogSoftmax,
  PReLU,
  ReLU,
  Sigmoid,
  SiLU,
  Softmax,
  Tanh,
  Unflatten,
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
    expect(() => new Linear(2, 1.5)).toThrow('Linear: outFeatures must be an integer, got 1.5')
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

describe('dropout of channels', () => {
  it('drops or keeps each channel as a whole', () => {
    manualSeed(0)
    const sums = new Dropout2d(0.5).forward(ones([4, 8, 2, 3])).sum([2, 3])
    expect(new Set(sums.toTypedArray())).toEqual(new Set([0, 12]))
    const ofSequences = new Dropout1d(0.5)
      .forward(ones([8, 5]))
      .sum(1)
      .toArray()
    expect(new Set(ofSequences as number[])).toEqual(new Set([0, 10]))
  })

  it('changes its input with inplace, and lets everything pass in use', () => {
    const x = ones([2, 3, 4])
    expect(new Dropout1d(0.5, { inplace: true }).forward(x)).toBe(x)
    expect(new Dropout2d(0.5).eval().forward(x)).toBe(x)
  })

  it('refuses probabilities outside [0, 1], and inputs without channels', () => {
    expect(() => new Dropout2d(2)).toThrow('Dropout2d: p must lie between 0 and 1, got 2')
    expect(() => functional.dropout1d(ones([3]))).toThrow('dropout1d: the input must have 2 or 3 dimensions, got [3]')
    expect(() => functional.dropout2d(ones([3]))).toThrow(ShapeError)
    expect(() => functional.dropout2d(tensor([[1]]))).toThrow('dropout2d: needs a floating-point tensor, got int64')
  })
})

describe('Unflatten', () => {
  it('is the opposite of Flatten', () => {
    const x = randn([2, 3, 4])
    expect(new Unflatten(1, [3, -1]).forward(new Flatten().forward(x)).toArray()).toEqual(x.toArray())
  })

  it('refuses sizes that do not fit', () => {
    expect(() => new Unflatten(1, [5, 2]).forward(zeros([2, 12]))).toThrow(ShapeError)
  })
})

describe('PReLU', () => {
  it('learns a slope for each channel', () => {
    const layer = new PReLU(2, { init: 0.5 })
    layer
      .forward(
        tensor([
          [-1.5, 2, 3],
          [-1, -2, 3],
        ]).t(),
      )
      .sum()
      .backward()
    expect(layer.weight.grad?.toArray()).toEqual([-1.5, -3])
    expect(() => layer.forward(ones([2, 3]))).toThrow(ShapeError)
    expect(() => new PReLU(0)).toThrow('PReLU: numParameters must be a positive integer, got 0')
  })
})

it('activations say in print that they change their input', () => {
  expect(String(new LeakyReLU(0.2, { inplace: true }))).toBe('LeakyReLU(negative_slope=0.2, inplace=True)')
  expect(String(new SiLU({ inplace: true }))).toBe('SiLU(inplace=True)')
  expect(String(new Hardswish({ inplace: true }))).toBe('Hardswish()')
})

it('Hardtanh refuses bounds in the wrong order', () => {
  expect(() => new Hardtanh(1, -1)).toThrow('Hardtanh: minVal 1 must be below maxVal -1')
})
