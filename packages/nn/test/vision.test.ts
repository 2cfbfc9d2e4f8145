import { gradcheck, gradgradcheck } from '@nn/autograd'
import {
  ChannelShuffle,
  Fold,
  functional,
  type Layer,
  PixelShuffle,
  PixelUnshuffle,
  Unfold,
  Upsample,
  UpsamplingBilinear2d,
  UpsamplingNearest2d,
} from '@nn/nn'
import { arange, DTypeError, manualSeed, ones, randn, ShapeError, type Tensor, tensor, zeros } from '@nn/tensor'
import { beforeEach, describe, expect, it } from 'vitest'
import { expectClose } from './matchers'
import { wave } from './wave'

const { fold, interpolate, pixelShuffle, pixelUnshuffle, unfold } = functional

const signal = tensor([[[1, 2, 4, 8]]], { dtype: 'float32' })
const image = (height: number, width: number): Tensor =>
  arange(height * width)
    .float()
    .reshape([1, 1, height, width])

describe('interpolate gives what PyTorch gives:', () => {
  it.each<[functional.InterpolateOptions, number[]]>([
    [{ size: 6 }, [1, 1, 2, 4, 4, 8]],
    [{ size: 3 }, [1, 2, 4]],
    [{ size: 3, mode: 'nearest-exact' }, [1, 4, 8]],
    [{ size: 6, mode: 'linear' }, [1, 1.5, 2.3333333, 3.6666667, 6, 8]],
    [{ size: 6, mode: 'linear', alignCorners: true }, [1, 1.6, 2.4, 3.6, 5.6, 8]],
    [{ scaleFactor: 1.7, mode: 'linear' }, [1, 1.3823531, 1.9705883, 3.1176472, 4.5882359, 6.9411774]],
    [{ scaleFactor: 1.7, mode: 'linear', recomputeScaleFactor: true }, [1, 1.5, 2.3333333, 3.6666667, 6, 8]],
    [{ scaleFactor: 1.2, mode: 'linear' }, [1, 2, 4, 8]],
    [{ size: 3, mode: 'area' }, [1.5, 3, 6]],
  ])('%o of a sequence', (options, expected) => {
    expectClose(interpolate(signal, options), expected)
  })

  it("'bicubic' of an image", () => {
    const x = image(3, 3)
    expectClose(
      interpolate(x, { size: [2, 4], mode: 'bicubic' }),
      [0.5024414, 1.1040039, 2.0444336, 2.6459961, 5.3540039, 5.9555664, 6.8959961, 7.4975586],
    )
    expectClose(
      interpolate(x, { size: [2, 4], mode: 'bicubic', alignCorners: true }),
      [0, 0.574074, 1.4259255, 2, 6, 6.5740751, 7.4259238, 8],
    )
  })

  it("'bilinear' along one dimension of an image", () => {
    const y = interpolate(image(3, 3), { scaleFactor: [2, 1], mode: 'bilinear' })
    expectClose(y.at(0, 0, ':', 1), [1, 1.75, 3.25, 4.75, 6.25, 7])
  })
})

it('interpolate keeps uint8 in modes that only copy', () => {
  const y = interpolate(signal.to('uint8'), { size: 2 })
  expect([y.dtype, y.toArray()]).toEqual(['uint8', [[[1, 4]]]])
})

describe('interpolate rounds bytes after every dimension, as PyTorch does on a CPU:', () => {
  const bytes = tensor(
    [
      [
        [
          [0, 255, 10],
          [200, 30, 90],
        ],
      ],
    ],
    { dtype: 'uint8' },
  )

  it.each<['bilinear' | 'bicubic', boolean, number[][]]>([
    [
      'bilinear',
      false,
      [
        [0, 102, 255, 108, 10],
        [100, 117, 143, 87, 50],
        [200, 132, 30, 66, 90],
      ],
    ],
    [
      'bilinear',
      true,
      [
        [0, 128, 255, 133, 10],
        [100, 122, 143, 97, 50],
        [200, 115, 30, 60, 90],
      ],
    ],
    [
      'bicubic',
      false,
      [
        [0, 116, 255, 129, 0],
        [108, 124, 143, 89, 48],
        [235, 131, 10, 48, 104],
      ],
    ],
    [
      'bicubic',
      true,
      [
        [0, 150, 255, 156, 10],
        [100, 130, 143, 100, 50],
        [200, 109, 30, 44, 90],
      ],
    ],
  ])('%s with alignCorners %s', (mode, alignCorners, expected) => {
    const y = interpolate(bytes, { size: [3, 5], mode, alignCorners })
    expect([y.dtype, y.at(0, 0).toArray()]).toEqual(['uint8', expected])
  })

  it('by a factor', () => {
    const y = interpolate(bytes, { scaleFactor: [2, 0.7], mode: 'bilinear' })
    expect(y.at(0, 0).toArray()).toEqual([
      [55, 98],
      [82, 91],
      [137, 76],
      [164, 69],
    ])
  })

  it('not in other modes and dimensions', () => {
    expect(() => interpolate(bytes, { size: 2, mode: 'area' })).toThrow(DTypeError)
    expect(() => interpolate(bytes.at(0), { size: 2, mode: 'linear' })).toThrow(DTypeError)
  })
})

it('interpolate saves nothing, so that backward can run twice, and is one step of the graph', () => {
  for (const mode of ['nearest', 'bilinear', 'bicubic', 'area'] as const) {
    const x = ones([1, 1, 3, 3]).requiresGrad_()
    const y = interpolate(x, { size: [6, 4], mode })
    y.sum().backward()
    y.sum().backward()
    expect(x.grad?.sum().item()).toBeCloseTo(48, 4)
    expect(y.gradFn?.nextFunctions.map((node) => node?.name)).toEqual(['AccumulateGrad'])
  }
})

describe('interpolate refuses', () => {
  it.each<[string, () => Tensor, new (message: string) => Error]>([
    ['neither size nor scaleFactor', () => interpolate(signal, {}), RangeError],
    ['both of them', () => interpolate(signal, { size: 3, scaleFactor: 2 }), RangeError],
    ['an output without elements', () => interpolate(signal, { scaleFactor: 0.1 }), RangeError],
    ['sizes for other dimensions', () => interpolate(signal, { size: [2, 3] }), RangeError],
    ['alignCorners with nearest', () => interpolate(signal, { size: 3, alignCorners: false }), RangeError],
    [
      'recomputeScaleFactor with a size',
      () => interpolate(signal, { size: 3, recomputeScaleFactor: true }),
      RangeError,
    ],
    ['a mode that is not there', () => interpolate(signal, { size: 3, mode: 'cubic' as 'area' }), RangeError],
    ['bilinear for a sequence', () => interpolate(signal, { size: 3, mode: 'bilinear' }), ShapeError],
    ['an image without channels', () => interpolate(zeros([2, 0, 3, 3]), { size: 3 }), ShapeError],
    ['integers', () => interpolate(signal.long(), { size: 3 }), DTypeError],
  ])('%s', (_, call, errorClass) => {
    expect(call).toThrow(errorClass)
    expect(call).toThrow('interpolate: ')
  })
})

describe('pixelShuffle', () => {
  it('makes blocks of pixels out of channels, and pixelUnshuffle takes them apart', () => {
    const x = arange(16).reshape([1, 4, 2, 2])
    const y = pixelShuffle(x, 2)
    expect(y.toArray()).toEqual([
      [
        [
          [0, 4, 1, 5],
          [8, 12, 9, 13],
          [2, 6, 3, 7],
          [10, 14, 11, 15],
        ],
      ],
    ])
    expect(pixelUnshuffle(y, 2).toArray()).toEqual(x.toArray())
  })

  it('refuses channels, heights and widths that do not divide', () => {
    expect(() => pixelShuffle(zeros([3, 2, 2]), 2)).toThrow('pixelShuffle: 3 channels are not divisible by 2²')
    expect(() => pixelUnshuffle(zeros([1, 3, 2]), 2)).toThrow(ShapeError)
    expect(() => pixelShuffle(zeros([4, 4]), 2)).toThrow(ShapeError)
    expect(() => pixelUnshuffle(zeros([1, 2, 2]), 0)).toThrow(RangeError)
  })

  it('gives a copy also for a factor of 1', () => {
    const x = zeros([1, 2, 2])
    pixelShuffle(x, 1).fill_(1)
    expect(x.sum().item()).toBe(0)
  })
})

describe('unfold', () => {
  it('has a column for each block, as in PyTorch', () => {
    expect(unfold(image(4, 4), [2, 3], { padding: [0, 1], stride: 2 }).toArray()).toEqual([
      [
        [0, 1, 0, 9],
        [0, 2, 8, 10],
        [1, 3, 9, 11],
        [0, 5, 0, 13],
        [4, 6, 12, 14],
        [5, 7, 13, 15],
      ],
    ])
    expect(unfold(image(4, 4), 2, { dilation: 3 }).toArray()).toEqual([[[0], [3], [12], [15]]])
  })

  it('is undone by fold but for overlaps, which add up', () => {
    const folded = fold(unfold(image(4, 4), 3, { padding: 1 }), 4, 3, { padding: 1 })
    expect(folded.toArray()).toEqual([
      [
        [
          [0, 6, 12, 12],
          [24, 45, 54, 42],
          [48, 81, 90, 66],
          [48, 78, 84, 60],
        ],
      ],
    ])
  })

  it('takes images without a batch', () => {
    expect(unfold(zeros([3, 4, 4]), 2).shape).toEqual([12, 9])
    expect(fold(zeros([12, 9]), [4, 4], 2).shape).toEqual([3, 4, 4])
  })

  it('refuses images that are too small, and fold blocks that are too many', () => {
    expect(() => unfold(image(4, 4), 5)).toThrow('unfold: blocks of [5, 5]')
    expect(() => unfold(zeros([4, 4]), 2)).toThrow(ShapeError)
    expect(() => unfold(image(4, 4), 0)).toThrow(RangeError)
    expect(() => fold(zeros([1, 4, 8]), [4, 4], 2)).toThrow(
      'fold: an input [1, 4, 8] does not hold 3 × 3 blocks of [2, 2]',
    )
  })
})

describe('gradients', () => {
  beforeEach(() => {
    manualSeed(0)
  })

  it.each<[string, (x: Tensor) => Tensor, number[]]>([
    ['nearest', (x) => interpolate(x, { size: 5 }), [1, 2, 3]],
    ['linear', (x) => interpolate(x, { scaleFactor: 1.7, mode: 'linear' }), [1, 2, 3]],
    ['bilinear', (x) => interpolate(x, { size: [2, 5], mode: 'bilinear', alignCorners: true }), [1, 1, 3, 3]],
    ['bicubic', (x) => interpolate(x, { size: [2, 4], mode: 'bicubic' }), [1, 1, 3, 3]],
    ['trilinear', (x) => interpolate(x, { size: 3, mode: 'trilinear' }), [1, 1, 2, 2, 2]],
    ['area', (x) => interpolate(x, { size: 3, mode: 'area' }), [1, 1, 4, 5]],
    ['pixelShuffle', (x) => pixelShuffle(x, 2), [1, 4, 1, 2]],
    ['pixelUnshuffle', (x) => pixelUnshuffle(x, 2), [1, 1, 2, 4]],
    ['unfold', (x) => unfold(x, 2, { padding: 1, stride: 2 }), [1, 2, 3, 3]],
    ['fold', (x) => fold(x, 3, 2, { padding: 1 }), [1, 8, 16]],
  ])('of %s are those of finite differences, once and twice', (_, f, shape) => {
    const x = randn(shape, { dtype: 'float64', requiresGrad: true })
    const squared = (x: Tensor): Tensor => f(x).square()
    expect(gradcheck(f, [x])).toBe(true)
    expect(gradgradcheck(squared, [x])).toBe(true)
  })
})

describe('layers', () => {
  it.each<[Layer, number[], number[], string]>([
    [new PixelShuffle(3), [1, 9, 2, 2], [1, 1, 6, 6], 'PixelShuffle(upscale_factor=3)'],
    [new PixelUnshuffle(3), [1, 1, 6, 6], [1, 9, 2, 2], 'PixelUnshuffle(downscale_factor=3)'],
    [new Upsample({ size: 3 }), [1, 1, 2], [1, 1, 3], "Upsample(size=3, mode='nearest')"],
    [
      new Upsample({ size: [3, 4], mode: 'bilinear', alignCorners: true }),
      [1, 1, 2, 2],
      [1, 1, 3, 4],
      "Upsample(size=(3, 4), mode='bilinear')",
    ],
    [new Upsample({ scaleFactor: 2 }), [1, 1, 2], [1, 1, 4], "Upsample(scale_factor=2.0, mode='nearest')"],
    [
      new Upsample({ scaleFactor: [2, 3.5], recomputeScaleFactor: true }),
      [1, 1, 2, 2],
      [1, 1, 4, 7],
      "Upsample(scale_factor=(2.0, 3.5), mode='nearest')",
    ],
    [
      new Unfold([2, 3], { padding: 1 }),
      [1, 1, 3, 3],
      [1, 6, 12],
      'Unfold(kernel_size=(2, 3), dilation=1, padding=1, stride=1)',
    ],
    [
      new Fold([4, 4], 2),
      [1, 4, 9],
      [1, 1, 4, 4],
      'Fold(output_size=(4, 4), kernel_size=2, dilation=1, padding=0, stride=1)',
    ],
  ])('%s', (layer, input, output, printed) => {
    expect(layer.forward(ones(input)).shape).toEqual(output)
    expect(String(layer)).toBe(printed)
  })
})

describe('channelShuffle', () => {
  it('deals the channels of groups out', () => {
    // F.channel_shuffle(torch.arange(12).reshape(1, 6, 2), 3)
    const expected = [0, 1, 4, 5, 8, 9, 2, 3, 6, 7, 10, 11]
    const x = arange(12).reshape([1, 6, 2])
    expectClose(functional.channelShuffle(x, 3), expected)
    expectClose(new ChannelShuffle(3).forward(x), expected)
    expect(String(new ChannelShuffle(3))).toBe('ChannelShuffle(groups=3)')
  })

  it('refuses groups that do not divide the channels, and inputs without positions', () => {
    expect(() => functional.channelShuffle(zeros([1, 4, 2]), 3)).toThrow(
      'channelShuffle: 4 channels cannot be split into 3 groups',
    )
    expect(() => functional.channelShuffle(zeros([1, 4]), 2)).toThrow(ShapeError)
    expect(() => new ChannelShuffle(0)).toThrow('ChannelShuffle: groups must be a positive integer, got 0')
  })
})

describe('upsampling layers of images', () => {
  it('keep the corners in place with UpsamplingBilinear2d', () => {
    const layer = new UpsamplingBilinear2d({ scaleFactor: 2 })
    // nn.UpsamplingBilinear2d(scale_factor=2)(wave(1, 1, 2, 2))
    expectClose(
      layer.forward(wave(1, 1, 2, 2)),
      [
        0, 0.2147392, 0.4294785, 0.6442177, 0.3284833, 0.4580604, 0.5876377, 0.7172149, 0.6569665, 0.7013817, 0.7457969,
        0.7902122, 0.9854497, 0.9447029, 0.9039562, 0.8632094,
      ],
    )
    expect(String(layer)).toBe("UpsamplingBilinear2d(scale_factor=2.0, mode='bilinear')")
  })

  it('repeat elements with UpsamplingNearest2d', () => {
    const layer = new UpsamplingNearest2d({ size: [2, 3] })
    // nn.UpsamplingNearest2d(size=(2, 3))(wave(1, 1, 2, 2))
    expectClose(layer.forward(wave(1, 1, 2, 2)), [0, 0, 0.6442177, 0.9854497, 0.9854497, 0.8632094])
    expect(String(layer)).toBe("UpsamplingNearest2d(size=(2, 3), mode='nearest')")
  })
})
