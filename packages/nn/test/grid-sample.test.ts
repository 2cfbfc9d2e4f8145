import { gradcheck } from '@nn/autograd'
import { functional } from '@nn/nn'
import { DTypeError, manualSeed, ones, randn, ShapeError, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { expectClose } from './matchers'
import { wave } from './wave'

const { affineGrid, gridSample } = functional

describe('gridSample gives what PyTorch gives:', () => {
  const grid = tensor([
    [
      [
        [0.1, -0.3],
        [-1.2, 0.9],
        [1.4, -2.1],
      ],
    ],
  ])
  // F.grid_sample(wave(1, 1, 3, 3), grid, mode, padding_mode, align_corners)
  it.each<[functional.GridSampleMode, functional.GridSamplePadding, boolean, number[]]>([
    ['bilinear', 'zeros', false, [0.4405985, -0.1133048, 0.0]],
    ['bilinear', 'zeros', true, [0.38999, -0.5584776, 0.0]],
    ['bilinear', 'border', false, [0.4405985, -0.8715757, 0.9854497]],
    ['bilinear', 'border', true, [0.38999, -0.6980971, 0.9854497]],
    ['bilinear', 'reflection', false, [0.4405985, -0.8715757, -0.3398328]],
    ['bilinear', 'reflection', true, [0.38999, -0.7286193, -0.1460012]],
    ['nearest', 'zeros', false, [0.3349882, 0.0, 0.0]],
    ['nearest', 'zeros', true, [0.3349882, -0.8715757, 0.0]],
    ['nearest', 'border', false, [0.3349882, -0.8715757, 0.9854497]],
    ['nearest', 'border', true, [0.3349882, -0.8715757, 0.9854497]],
    ['nearest', 'reflection', false, [0.3349882, -0.8715757, -0.3507832]],
    ['nearest', 'reflection', true, [0.3349882, -0.8715757, -0.3507832]],
    ['bicubic', 'zeros', false, [0.6266361, -0.1355235, 0.0]],
    ['bicubic', 'zeros', true, [0.5436683, -0.6244546, -0.0388767]],
    ['bicubic', 'border', false, [0.5597441, -1.062423, 0.9854488]],
    ['bicubic', 'border', true, [0.509386, -0.7088076, 1.022303]],
    ['bicubic', 'reflection', false, [0.5597441, -1.162813, -0.4468366]],
    ['bicubic', 'reflection', true, [0.5282028, -0.846831, -0.3136284]],
  ])("mode '%s' with padding '%s' and alignCorners %s", (mode, paddingMode, alignCorners, expected) => {
    expectClose(gridSample(wave(1, 1, 3, 3), grid, { mode, paddingMode, alignCorners }), expected)
  })

  it('of volumes', () => {
    const places = tensor([
      [
        [
          [
            [0.1, -0.3, 0.6],
            [-1.2, 0.9, 0.2],
          ],
        ],
      ],
    ])
    // F.grid_sample(wave(1, 1, 2, 2, 2), places, align_corners=False)
    expectClose(gridSample(wave(1, 1, 2, 2, 2), places), [-0.2239201, -0.05660425])
  })
})

describe('gridSample', () => {
  it.each(['bilinear', 'bicubic'] as const)("has the gradients of finite differences in mode '%s'", (mode) => {
    manualSeed(0)
    const options = { dtype: 'float64', requiresGrad: true } as const
    const [x, grid] = [randn([2, 2, 3, 4], options), randn([2, 2, 3, 2], options)]
    for (const paddingMode of ['zeros', 'border', 'reflection'] as const) {
      const sample = (...[x, grid]: Tensor[]): Tensor => gridSample(x as Tensor, grid as Tensor, { mode, paddingMode })
      expect(gradcheck(sample, [x, grid])).toBe(true)
    }
  })

  it('has the gradient 0 for places in the mode of the nearest element', () => {
    const grid = ones([1, 1, 2, 2], { requiresGrad: true })
    gridSample(wave(1, 1, 3, 3), grid, { mode: 'nearest' })
      .sum()
      .backward()
    expect(grid.grad?.toArray()).toEqual([
      [
        [
          [0, 0],
          [0, 0],
        ],
      ],
    ])
  })

  it('makes nothing of no places and of no channels', () => {
    expect(gridSample(ones([2, 3, 4, 4]), zeros([2, 0, 5, 2])).shape).toEqual([2, 3, 0, 5])
    expect(gridSample(ones([2, 0, 4, 4]), zeros([2, 1, 5, 2])).shape).toEqual([2, 0, 1, 5])
  })

  it.each<[string, () => Tensor, new (message: string) => Error]>([
    ['samples without a grid', () => gridSample(zeros([2, 1, 3, 3]), zeros([1, 1, 1, 2])), ShapeError],
    ['places of other dimensions', () => gridSample(zeros([1, 1, 3, 3]), zeros([1, 1, 1, 3])), ShapeError],
    ['an image without a batch', () => gridSample(zeros([1, 3, 3]), zeros([1, 1, 2])), ShapeError],
    ['an empty image', () => gridSample(zeros([1, 1, 0, 3]), zeros([1, 1, 1, 2])), ShapeError],
    ['two dtypes', () => gridSample(zeros([1, 1, 3, 3]), zeros([1, 1, 1, 2]).double()), DTypeError],
    ['integers', () => gridSample(zeros([1, 1, 3, 3]).long(), zeros([1, 1, 1, 2])), DTypeError],
    [
      'bicubic volumes',
      () => gridSample(zeros([1, 1, 3, 3, 3]), zeros([1, 1, 1, 1, 3]), { mode: 'bicubic' }),
      RangeError,
    ],
    [
      'a mode that is not there',
      () => gridSample(zeros([1, 1, 3, 3]), zeros([1, 1, 1, 2]), { mode: 'linear' as 'nearest' }),
      RangeError,
    ],
    [
      'a padding that is not there',
      () => gridSample(zeros([1, 1, 3, 3]), zeros([1, 1, 1, 2]), { paddingMode: 'wrap' as 'zeros' }),
      RangeError,
    ],
  ])('refuses %s', (_, call, errorClass) => {
    expect(call).toThrow(errorClass)
    expect(call).toThrow('gridSample: ')
  })
})

describe('affineGrid', () => {
  const theta = tensor([
    [
      [0.5, -0.2, 0.1],
      [0.3, 1.0, -0.4],
    ],
  ])

  it('maps the places of an image', () => {
    // F.affine_grid(theta, [1, 1, 2, 3], align_corners=False)
    const expected = [-0.1333334, -1.1, 0.2, -0.9, 0.5333334, -0.7, -0.3333333, -0.1, 0, 0.1, 0.3333333, 0.3]
    expectClose(affineGrid(theta, [1, 1, 2, 3]), expected)
    // F.affine_grid(theta, [1, 1, 2, 3], align_corners=True)
    const aligned = [-0.2, -1.7, 0.3, -1.4, 0.8, -1.1, -0.6, 0.3, -0.1, 0.6, 0.4, 0.9]
    expectClose(affineGrid(theta, [1, 1, 2, 3], { alignCorners: true }), aligned)
  })

  it('maps the places of a volume', () => {
    // F.affine_grid(wave(1, 3, 4), [1, 1, 1, 2, 1], align_corners=False)
    const expected = [0.5411006, -0.807061, 0.9797614, 1.185318, -1.157844, 0.996575]
    const grid = affineGrid(wave(1, 3, 4), [1, 1, 1, 2, 1])
    expect(grid.shape).toEqual([1, 1, 2, 1, 3])
    expectClose(grid, expected)
  })

  it('refuses what does not belong together', () => {
    expect(() => affineGrid(theta, [2, 1, 2, 3])).toThrow(
      'affineGrid: for the size [2, 1, 2, 3] theta must have shape [2, 2, 3], got [1, 2, 3]',
    )
    expect(() => affineGrid(theta, [1, 1, 2])).toThrow('affineGrid: the size must have 4 or 5 numbers, got [1, 1, 2]')
    expect(() => affineGrid(theta, [1, 1, 0, 3])).toThrow('affineGrid: sizes must be positive integers')
    expect(() => affineGrid(theta.long(), [1, 1, 2, 3])).toThrow(DTypeError)
  })
})
