import { gradcheck, gradgradcheck } from '@nn/autograd'
import { functional, MaxPool2d } from '@nn/nn'
import { arange, DTypeError, manualSeed, ones, randn, ShapeError, type Tensor, tensor, zeros } from '@nn/tensor'
import { beforeEach, describe, expect, it } from 'vitest'

const { adaptiveAvgPool1d, adaptiveAvgPool2d, adaptiveMaxPool1d, adaptiveMaxPool2d } = functional
const { avgPool1d, avgPool2d, maxPool1d, maxPool2d, maxPool3d } = functional

beforeEach(() => {
  manualSeed(0)
})

describe('every pool has the gradient of finite differences, once and twice:', () => {
  it.each<[string, (x: Tensor) => Tensor, number[]]>([
    ['maxPool1d', (x) => maxPool1d(x, 2, { padding: 1 }), [2, 5]],
    ['maxPool2d', (x) => maxPool2d(x, [2, 3], { stride: 1, dilation: [2, 1], padding: [0, 1] }), [1, 2, 4, 3]],
    ['maxPool2d with ceilMode', (x) => maxPool2d(x, 2, { ceilMode: true }), [2, 3, 3]],
    ['avgPool1d', (x) => avgPool1d(x, 3, { stride: 2, padding: 1 }), [1, 2, 5]],
    ['avgPool2d', (x) => avgPool2d(x, 2, { padding: 1, countIncludePad: false }), [1, 3, 3]],
    ['avgPool2d with divisorOverride', (x) => avgPool2d(x, 2, { stride: 1, divisorOverride: 3 }), [1, 3, 3]],
    ['adaptiveAvgPool1d', (x) => adaptiveAvgPool1d(x, 3), [2, 5]],
    ['adaptiveAvgPool2d', (x) => adaptiveAvgPool2d(x, [2, null]), [1, 2, 3, 2]],
    ['adaptiveMaxPool1d', (x) => adaptiveMaxPool1d(x, 3), [2, 5]],
    ['adaptiveMaxPool2d', (x) => adaptiveMaxPool2d(x, [2, null]), [1, 2, 3, 2]],
  ])('%s', (_, pool, shape) => {
    const x = randn(shape, { dtype: 'float64', requiresGrad: true })
    expect(gradcheck(pool, [x])).toBe(true)
    expect(gradgradcheck((x) => pool(x.square()), [x])).toBe(true)
  })
})

describe('max pools', () => {
  it('take the first of equal elements, also for the gradient', () => {
    const x = tensor([[1.5, 3.5, 3.5, 2.5]], { requiresGrad: true })
    const { values, indices } = maxPool1d(x, 2, { stride: 1, returnIndices: true })
    expect(values.toArray()).toEqual([[3.5, 3.5, 3.5]])
    expect(indices.toArray()).toEqual([[1, 1, 2]])
    values.sum().backward()
    expect(x.grad?.toArray()).toEqual([[0, 2, 1, 0]])
  })

  it('count indices row by row in their plane', () => {
    const { indices } = maxPool2d(arange(8).float().reshape([1, 2, 4]), 2, { returnIndices: true })
    expect(indices.toArray()).toEqual([[[5, 7]]])
    expect(indices.dtype).toBe('int64')
  })

  it('find NaN, and nothing larger than -∞ where there is nothing else', () => {
    const { values, indices } = maxPool1d(tensor([[1, Number.NaN, 2, 0, -1]]), 2, { stride: 1, returnIndices: true })
    expect(values.toArray()).toEqual([[Number.NaN, Number.NaN, 2, 0]])
    expect(indices.toArray()).toEqual([[1, 1, 2, 3]])
    expect(maxPool1d(tensor([[-Infinity, -Infinity]]), 2).toArray()).toEqual([[-Infinity]])
  })

  it('never take the padding, even where all elements are negative', () => {
    expect(maxPool1d(tensor([[-3.5, -2.5]]), 2, { padding: 1 }).toArray()).toEqual([[-3.5, -2.5]])
  })

  it('give -∞ and no gradient for windows that lie wholly in the padding', () => {
    const x = tensor([[[1.5], [2.5], [3.5], [4.5]]], { requiresGrad: true })
    const settings = { stride: 2, padding: [0, 1], dilation: [1, 2] }
    const { values, indices } = maxPool2d(x, [1, 2], { ...settings, returnIndices: true })
    expect(values.toArray()).toEqual([[[-Infinity], [-Infinity]]])
    expect(indices.toArray()).toEqual([[[1], [3]]])
    expect(values.gradFn?.name).toBe('MaxPool2DWithIndicesBackward0')
    values.sum().backward()
    expect(x.grad?.toArray()).toEqual([[[0], [0], [0], [0]]])
    expect(maxPool1d(ones([1, 1]), 2, { padding: 1, dilation: 2 }).toArray()).toEqual([[-Infinity]])
    expect(maxPool2d(ones([1, 1, 1], { dtype: 'int32' }), 2, { padding: 1, dilation: 2 }).item()).toBe(-2147483648)
  })

  it('do so in volumes, whichever the dimension', () => {
    const settings = { padding: 1, dilation: 2, stride: 1, returnIndices: true } as const
    const ofRow = maxPool3d(arange(1.5, 10).reshape([1, 3, 1, 3]), 2, settings)
    expect(ofRow.values.flatten().toArray()).toEqual(new Array(9).fill(-Infinity))
    expect(ofRow.indices.flatten().toArray()).toEqual([7, 6, 7, 4, 3, 4, 7, 6, 7])
    const ofPlane = maxPool3d(arange(1.5, 10).reshape([1, 1, 3, 3]), 2, settings)
    expect(ofPlane.values.flatten().toArray()).toEqual(new Array(9).fill(-Infinity))
  })

  it('take integers', () => {
    expect(maxPool2d(arange(4).reshape([1, 2, 2]), 2).toArray()).toEqual([[[3]]])
  })
})

describe('average pools', () => {
  it('count the padding or not, and never what lies behind it', () => {
    const x = ones([1, 3, 3])
    const settings = { stride: 2, padding: 1, ceilMode: true }
    expect(avgPool2d(x, 2, settings).toArray()).toEqual([
      [
        [0.25, 0.5],
        [0.5, 1],
      ],
    ])
    expect(avgPool2d(x, 2, { ...settings, countIncludePad: false }).toArray()).toEqual(ones([1, 2, 2]).toArray())
  })

  it('cut the means of integers', () => {
    expect(avgPool1d(tensor([[1, 2, -4, -1]]), 2).toArray()).toEqual([[1, -2]])
  })

  it('have windows that share elements where an adaptive size does not divide', () => {
    expect(adaptiveAvgPool1d(tensor([[1.0, 3.5, 2.0]]), 2).toArray()).toEqual([[2.25, 2.75]])
    expect(adaptiveAvgPool2d(zeros([0, 2, 3, 3]), 2).shape).toEqual([0, 2, 2, 2])
    expect(adaptiveAvgPool2d(zeros([2, 3, 3]), [0, null]).shape).toEqual([2, 0, 3])
  })
})

it('pools are called as PyTorch calls them in the graph', () => {
  const x = randn([1, 4, 4], { requiresGrad: true })
  expect(maxPool2d(x, 2).gradFn?.name).toBe('MaxPool2DWithIndicesBackward0')
  expect(avgPool2d(x, 2).gradFn?.name).toBe('AvgPool2DBackward0')
  expect(adaptiveAvgPool2d(x, 2).gradFn?.name).toBe('AdaptiveAvgPool2DBackward0')
  expect(adaptiveMaxPool2d(x, 2).gradFn?.name).toBe('AdaptiveMaxPool2DBackward0')
  expect(maxPool1d(x, 2).gradFn?.name).toBe('SqueezeBackward1')
})

it('a pool takes an input without a batch, and one that lies in memory in any order', () => {
  const x = randn([2, 3, 4, 5])
  const expected = maxPool2d(x, 2)
  expect(maxPool2d(x.at(1), 2).toArray()).toEqual(expected.at(1).toArray())
  const transposed = x.permute(3, 1, 0, 2).contiguous().permute(2, 1, 3, 0)
  expect(maxPool2d(transposed, 2).toArray()).toEqual(expected.toArray())
  expect(avgPool2d(transposed, 2).toArray()).toEqual(avgPool2d(x, 2).toArray())
})

describe('pools refuse', () => {
  const x = zeros([1, 2, 4, 4])
  it.each<[string, () => unknown, new (message: string) => Error, string]>([
    [
      'an input that is none',
      () => maxPool2d(zeros([4, 4]), 2),
      ShapeError,
      'maxPool2d: the input must have 3 or 4 dim',
    ],
    [
      'an input without channels',
      () => maxPool2d(zeros([1, 0, 4, 4]), 2),
      ShapeError,
      'maxPool2d: only the batch may be',
    ],
    ['no window', () => maxPool2d(x, 0), RangeError, 'maxPool2d: kernelSize must be an integer of at least 1, got 0'],
    [
      'no stride',
      () => avgPool2d(x, 2, { stride: 0 }),
      RangeError,
      'avgPool2d: stride must be an integer of at least 1',
    ],
    ['no dilation', () => maxPool2d(x, 2, { dilation: 0 }), RangeError, 'maxPool2d: dilation must be an integer'],
    ['windows larger than the input', () => maxPool2d(x, 5), ShapeError, 'maxPool2d: windows of [5, 5] are larger'],
    [
      'padding of more than half a window',
      () => maxPool2d(x, 3, { padding: 2 }),
      RangeError,
      'maxPool2d: padding must be at most half of a window, got 2 for 3',
    ],
    [
      'a divisor of 0',
      () => avgPool2d(x, 2, { divisorOverride: 0 }),
      RangeError,
      'avgPool2d: divisorOverride must not',
    ],
    ['booleans', () => maxPool2d(x.bool(), 2), DTypeError, 'maxPool2d: not defined for bool'],
    ['means of int32', () => avgPool2d(x.int(), 2), DTypeError, 'avgPool2d: needs a floating-point or int64 tensor'],
    [
      'adaptive means of integers',
      () => adaptiveAvgPool2d(x.long(), 2),
      DTypeError,
      'adaptiveAvgPool2d: needs a float',
    ],
    [
      'a negative size',
      () => adaptiveMaxPool2d(x, [-1, 2]),
      RangeError,
      'adaptiveMaxPool2d: outputSize must be a non-neg',
    ],
    [
      'too few sizes',
      () => adaptiveAvgPool2d(x, [2]),
      RangeError,
      'adaptiveAvgPool2d: outputSize must be one size or 2',
    ],
    ['no rows', () => adaptiveAvgPool2d(zeros([1, 2, 0, 4]), 2), ShapeError, 'adaptiveAvgPool2d: nothing to pool in'],
  ])('%s', (_, call, errorClass, message) => {
    expect(call).toThrow(errorClass)
    expect(call).toThrow(message)
  })
})

it('MaxPool2d has the stride of its window unless it is given one', () => {
  expect(String(new MaxPool2d([3, 2]))).toBe(
    'MaxPool2d(kernel_size=(3, 2), stride=(3, 2), padding=0, dilation=1, ceil_mode=False)',
  )
})

describe('inputs without elements', () => {
  it('have as many windows as others in an empty batch', () => {
    expect(maxPool2d(zeros([0, 3, 4, 4]), 2).shape).toEqual([0, 3, 2, 2])
    expect(adaptiveMaxPool1d(zeros([0, 3, 4]), 2).shape).toEqual([0, 3, 2])
    expect(adaptiveAvgPool2d(zeros([2, 0, 4, 4]), 2).shape).toEqual([2, 0, 2, 2])
  })

  it('have a mean of NaN, but no several means and no largest element', () => {
    expect(adaptiveAvgPool2d(zeros([1, 2, 0, 4]), 1).toArray()).toEqual([[[[Number.NaN]], [[Number.NaN]]]])
    expect(() => adaptiveAvgPool2d(zeros([1, 2, 0, 4]), 2)).toThrow(ShapeError)
    expect(() => adaptiveMaxPool2d(zeros([1, 2, 0, 4]), 1)).toThrow(ShapeError)
    expect(() => adaptiveMaxPool1d(zeros([2, 0, 4]), 2)).toThrow('adaptiveMaxPool1d: only the batch may be empty')
  })
})
