import { gradcheck, gradgradcheck } from '@nn/autograd'
import { Conv1d, Conv2d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d, functional, init } from '@nn/nn'
import { arange, DTypeError, manualSeed, ones, randn, ShapeError, type Tensor, tensor, zeros } from '@nn/tensor'
import { beforeEach, describe, expect, it } from 'vitest'

const { conv1d, conv2d, convTranspose1d, convTranspose2d } = functional

beforeEach(() => {
  manualSeed(0)
})

const variable = (...shape: number[]): Tensor => randn(shape, { dtype: 'float64', requiresGrad: true })

describe('every convolution has the gradients of finite differences, once and twice:', () => {
  const settings = { stride: 2, padding: 1, dilation: 2, groups: 2 }
  it.each<[string, (x: Tensor, w: Tensor, b: Tensor) => Tensor, Tensor[]]>([
    ['conv1d', (x, w, b) => conv1d(x, w, b), [variable(2, 2, 4), variable(3, 2, 2), variable(3)]],
    ['conv1d in groups', (x, w, b) => conv1d(x, w, b, settings), [variable(2, 6), variable(2, 1, 2), variable(2)]],
    [
      "conv1d with padding 'same'",
      (x, w, b) => conv1d(x, w, b, { padding: 'same' }),
      [variable(1, 1, 3), variable(1, 1, 2), variable(1)],
    ],
    ['conv2d', (x, w, b) => conv2d(x, w, b), [variable(1, 2, 3, 3), variable(2, 2, 2, 2), variable(2)]],
    [
      'conv2d in groups',
      (x, w, b) => conv2d(x, w, b, settings),
      [variable(1, 2, 4, 3), variable(2, 1, 2, 1), variable(2)],
    ],
    ['convTranspose1d', (x, w, b) => convTranspose1d(x, w, b), [variable(2, 2, 3), variable(2, 3, 2), variable(3)]],
    [
      'convTranspose2d in groups',
      (x, w, b) => convTranspose2d(x, w, b, { ...settings, outputPadding: 1 }),
      [variable(1, 2, 2, 2), variable(2, 1, 2, 2), variable(2)],
    ],
  ])('%s', (_, convolution, inputs) => {
    const fn = convolution as (...inputs: Tensor[]) => Tensor
    expect(gradcheck(fn, inputs)).toBe(true)
    expect(gradgradcheck(fn, inputs)).toBe(true)
  })
})

describe('conv2d', () => {
  const image = arange(12).float().reshape([1, 1, 3, 4])

  it("adds what is left over of padding 'same' below and on the right", () => {
    expect(conv2d(image, ones([1, 1, 2, 2]), null, { padding: 'same' }).toArray()).toEqual([
      [
        [
          [10, 14, 18, 10],
          [26, 30, 34, 18],
          [17, 19, 21, 11],
        ],
      ],
    ])
  })

  it('takes one setting for both dimensions, or one for each', () => {
    const weight = ones([1, 1, 2, 2])
    const same = conv2d(image, weight, null, { stride: [2], padding: [1, 1] })
    expect(same.toArray()).toEqual(conv2d(image, weight, null, { stride: 2, padding: 1 }).toArray())
    expect(() => conv2d(image, weight, null, { stride: [1, 2, 3] })).toThrow(
      'conv2d: stride must be one number or 2, got [1, 2, 3]',
    )
  })

  it('takes an input without a batch, an empty batch, and inputs that lie in memory in any order', () => {
    const weight = randn([2, 1, 2, 2])
    const expected = conv2d(image, weight)
    expect(conv2d(image.at(0), weight).toArray()).toEqual(expected.at(0).toArray())
    expect(conv2d(zeros([0, 1, 3, 4]), weight).shape).toEqual([0, 2, 2, 3])
    const transposed = image.transpose(2, 3).contiguous().transpose(2, 3)
    const weightToo = weight.permute(3, 2, 1, 0).contiguous().permute(3, 2, 1, 0)
    expect(conv2d(transposed, weightToo).toArray()).toEqual(expected.toArray())
    expect(
      conv2d(image.expand(2, 1, 3, 4), weight)
        .at(1)
        .toArray(),
    ).toEqual(expected.at(0).toArray())
  })

  it('computes with integers, and refuses sums that int64 does not hold', () => {
    expect(conv2d(arange(4).reshape([1, 2, 2]), ones([1, 1, 2, 2], { dtype: 'int64' })).toArray()).toEqual([[[6]]])
    const large = tensor([[[2 ** 52]]])
    expect(() => conv1d(large, tensor([[[2]]]))).toThrow(DTypeError)
  })

  it('is called as PyTorch calls it in the graph, with and without a bias', () => {
    const weight = ones([1, 1, 2, 2], { requiresGrad: true })
    expect(conv2d(image, weight).gradFn?.name).toBe('ConvolutionBackward0')
    expect(conv2d(image, weight, zeros([1])).gradFn?.name).toBe('ConvolutionBackward0')
    expect(convTranspose2d(image, weight).gradFn?.name).toBe('ConvolutionBackward0')
    expect(conv1d(ones([1, 1, 4]), ones([1, 1, 2], { requiresGrad: true })).gradFn?.name).toBe('ConvolutionBackward0')
  })
})

describe('convolutions refuse', () => {
  const [x, w] = [zeros([1, 2, 4, 4]), zeros([4, 2, 2, 2])]
  it.each<[string, () => unknown, new (message: string) => Error, string]>([
    ['another number of channels', () => conv2d(x, zeros([4, 3, 2, 2])), ShapeError, 'conv2d: an input [1, 2, 4, 4]'],
    ['an input that is none', () => conv2d(zeros([4, 4]), w), ShapeError, 'conv2d: the input must have 3 or 4 dim'],
    ['a weight that is none', () => conv2d(x, zeros([4, 2, 2])), ShapeError, 'conv2d: the weight must have 4 dim'],
    [
      'a kernel larger than the input',
      () => conv2d(x, zeros([1, 2, 5, 5])),
      ShapeError,
      'conv2d: an input [1, 2, 4, 4]',
    ],
    ['an empty kernel', () => conv2d(x, zeros([1, 2, 0, 2])), ShapeError, 'conv2d: a kernel must not be empty'],
    ['a bias of another size', () => conv2d(x, w, zeros([3])), ShapeError, 'conv2d: bias must have shape [4], got [3]'],
    ['groups that do not divide', () => conv2d(x, zeros([3, 1, 2, 2]), null, { groups: 2 }), ShapeError, 'conv2d: a'],
    ['no groups', () => conv2d(x, w, null, { groups: 0 }), RangeError, 'conv2d: groups must be a positive integer'],
    [
      'no stride',
      () => conv2d(x, w, null, { stride: 0 }),
      RangeError,
      'conv2d: stride must be an integer of at least 1',
    ],
    ['no dilation', () => conv2d(x, w, null, { dilation: 0 }), RangeError, 'conv2d: dilation must be an integer of'],
    [
      'negative padding',
      () => conv2d(x, w, null, { padding: -1 }),
      RangeError,
      'conv2d: padding must be an integer of',
    ],
    [
      "'same' with a stride",
      () => conv2d(x, w, null, { padding: 'same', stride: 2 }),
      RangeError,
      "conv2d: padding 's",
    ],
    [
      'another word',
      () => conv2d(x, w, null, { padding: 'full' as 'same' }),
      RangeError,
      'conv2d: padding must be numb',
    ],
    [
      'two dtypes',
      () => conv2d(x, w.double()),
      DTypeError,
      'conv2d: operands have different dtypes, float32 and float64',
    ],
    ['booleans', () => conv2d(x.bool(), w.bool()), DTypeError, 'conv2d: not defined for bool'],
    [
      'output padding as large as the stride',
      () => convTranspose2d(x, zeros([2, 3, 2, 2]), null, { outputPadding: 1 }),
      RangeError,
      'convTranspose2d: outputPadding 1 must be smaller than',
    ],
    [
      'padding that leaves nothing',
      () => convTranspose1d(zeros([2, 1]), zeros([2, 1, 2]), null, { padding: 1 }),
      ShapeError,
      'convTranspose1d: an input [1, 2, 1] is too small',
    ],
  ])('%s', (_, call, errorClass, message) => {
    expect(call).toThrow(errorClass)
    expect(call).toThrow(message)
  })
})

describe('convolution layers', () => {
  it('draw their weights anew', () => {
    const layer = new Conv2d(2, 4, 3)
    manualSeed(1)
    const drawn = new Conv2d(2, 4, 3)
    manualSeed(1)
    layer.resetParameters()
    expect(layer.weight.toArray()).toEqual(drawn.weight.toArray())
    expect(layer.bias?.toArray()).toEqual(drawn.bias?.toArray())
  })

  it('are made in the dtype that they are given', () => {
    const layer = new Conv1d(1, 1, 2, { dtype: 'float64' })
    expect(layer.forward(ones([1, 3], { dtype: 'float64' })).dtype).toBe('float64')
  })

  it('compute with the weights that they have', () => {
    const layer = new ConvTranspose2d(1, 1, 2, { stride: 2, bias: false })
    init.ones_(layer.weight)
    expect(layer.forward(tensor([[[[1.5, 2.5]]]])).toArray()).toEqual([
      [
        [
          [1.5, 1.5, 2.5, 2.5],
          [1.5, 1.5, 2.5, 2.5],
        ],
      ],
    ])
  })

  it('give the output size that transposed ones are asked for, by position or by name', () => {
    const layer = new ConvTranspose2d(3, 4, 3, { stride: 3 })
    const x = ones([2, 3, 6, 6])
    expect(layer.forward(x).shape).toEqual([2, 4, 18, 18])
    expect(layer.forward(x, [18, 19]).shape).toEqual([2, 4, 18, 19])
    expect(layer.forward(x, { outputSize: [20, 18] }).shape).toEqual([2, 4, 20, 18])
    expect(layer.forward(x, [2, 4, 20, 20]).shape).toEqual([2, 4, 20, 20])
    expect(layer.forward(x.at(0), [4, 18, 19]).shape).toEqual([4, 18, 19])
    const dilated = new ConvTranspose1d(3, 4, 3, { stride: 2, padding: 1, dilation: 2, outputPadding: 1 })
    expect(dilated.forward(ones([1, 3, 5])).shape).toEqual([1, 4, 12])
    expect(dilated.forward(ones([1, 3, 5]), [11]).shape).toEqual([1, 4, 11])
    expect(new ConvTranspose3d(1, 1, 2, { stride: 2 }).forward(ones([1, 2, 2, 2]), [5, 4, 5]).shape).toEqual([
      1, 5, 4, 5,
    ])
  })

  it('refuse output sizes that do not lead to the input', () => {
    const layer = new ConvTranspose2d(3, 4, 3, { stride: 3 })
    const x = ones([2, 3, 6, 6])
    expect(() => layer.forward(x, [21, 18])).toThrow(
      new RangeError('ConvTranspose2d: outputSize must lie between [18, 18] and [20, 20], got [21, 18]'),
    )
    expect(() => layer.forward(x, [17, 18])).toThrow(RangeError)
    expect(() => layer.forward(x, [9, 9, 9])).toThrow('ConvTranspose2d: outputSize must have 2 or 4 numbers')
  })

  it('refuse settings that are none', () => {
    expect(() => new Conv2d(3, 4, 3, { groups: 2 })).toThrow(
      'Conv2d: inChannels must be a non-negative multiple of the 2 groups, got 3',
    )
    expect(() => new Conv2d(4, 3, 3, { groups: 2 })).toThrow('Conv2d: outChannels must be a non-negative multiple')
    expect(() => new Conv2d(1, 1, 0)).toThrow('Conv2d: kernelSize must be an integer of at least 1, got 0')
    expect(() => new Conv2d(1, 1, [1, 2, 3])).toThrow('Conv2d: kernelSize must be one number or 2, got [1, 2, 3]')
    expect(() => new Conv2d(1, 1, 3, { padding: 'same', stride: 2 })).toThrow(
      "Conv2d: padding 'same' needs a stride of 1",
    )
    expect(() => new Conv2d(1, 1, 3, { padding: 'full' as 'same' })).toThrow(RangeError)
    expect(() => new Conv2d(1, 1, 3, { paddingMode: 'mirror' as 'reflect' })).toThrow(
      "Conv2d: paddingMode must be 'zeros', 'reflect', 'replicate' or 'circular', got 'mirror'",
    )
    expect(() => new Conv1d(1, 1, 3, { groups: 0 })).toThrow('Conv1d: groups must be a positive integer, got 0')
  })
})
