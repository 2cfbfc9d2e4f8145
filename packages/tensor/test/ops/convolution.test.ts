import { describe, expect, it } from 'vitest'
import { arange, convolution, convolutionTranspose, DTypeError, ShapeError, tensor, zeros } from '../../src/index'

const plain = { stride: [1, 1], padding: [0, 0], dilation: [1, 1], groups: 1 } as const

describe('convolution', () => {
  const image = arange(9).float().reshape([1, 1, 3, 3])
  const kernel = tensor([
    [
      [
        [1.5, 0],
        [0, -0.5],
      ],
    ],
  ])

  it('slides a kernel over images without turning it around', () => {
    expect(convolution(image, kernel, null, plain).toArray()).toEqual([
      [
        [
          [-2, -1],
          [1, 2],
        ],
      ],
    ])
  })

  it('adds a bias to each channel', () => {
    const bias = tensor([10.5])
    expect(convolution(image, kernel, bias, plain).toArray()).toEqual([
      [
        [
          [8.5, 9.5],
          [11.5, 12.5],
        ],
      ],
    ])
  })

  it('skips by stride, reaches by dilation and reads zeros in the padding', () => {
    const strided = { ...plain, stride: [2, 1], padding: [1, 0] } as const
    expect(convolution(image, kernel, null, strided).toArray()).toEqual([
      [
        [
          [-0.5, -1],
          [1, 2],
        ],
      ],
    ])
    const dilated = { ...plain, dilation: [2, 2] } as const
    expect(convolution(image, kernel, null, dilated).toArray()).toEqual([[[[-4]]]])
  })

  it('keeps groups of channels apart', () => {
    const x = tensor([
      [
        [1.5, 2],
        [3, 4],
      ],
    ])
    const w = tensor([[[1, 0.5]], [[2, 0]]])
    expect(convolution(x, w, null, { ...plain, groups: 2 }).toArray()).toEqual([[[2.5], [6]]])
  })

  it('takes sequences as images of one row', () => {
    expect(convolution(tensor([[[1, 2, 4.5]]]), tensor([[[1, -1.5]]]), null, plain).toArray()).toEqual([[[-2, -4.75]]])
  })

  it('refuses what does not fit, in the name of its caller', () => {
    expect(() => convolution(image, zeros([1, 2, 2, 2]), null, plain, 'conv2d')).toThrow(ShapeError)
    expect(() => convolution(image, zeros([1, 2, 2, 2]), null, plain, 'conv2d')).toThrow(
      'conv2d: an input [1, 1, 3, 3] does not fit a weight [1, 2, 2, 2] in 1 groups, expected 2 channels',
    )
    expect(() => convolution(image, zeros([1, 1, 4, 4]), null, plain)).toThrow(
      'convolution: an input [1, 1, 3, 3] is too small for a weight [1, 1, 4, 4], the output would have size [0, 0]',
    )
    expect(() => convolution(image, kernel.double(), null, plain)).toThrow(DTypeError)
  })
})

describe('convolutionTranspose', () => {
  const kernel = tensor([
    [
      [
        [1.5, 0],
        [0, -0.5],
      ],
    ],
  ])

  it('adds the kernel, times each input, to its window of the output', () => {
    const x = tensor([[[[2, 4.5]]]])
    expect(convolutionTranspose(x, kernel, null, plain, [0, 0]).toArray()).toEqual([
      [
        [
          [3, 6.75, 0],
          [0, -1, -2.25],
        ],
      ],
    ])
  })

  it('leaves gaps for a stride, and room at the end', () => {
    const x = tensor([[[[2, 4.5]]]])
    const strided = { ...plain, stride: [1, 2] } as const
    expect(convolutionTranspose(x, kernel, null, strided, [0, 1]).toArray()).toEqual([
      [
        [
          [3, 0, 6.75, 0, 0],
          [0, -1, 0, -2.25, 0],
        ],
      ],
    ])
  })

  it('refuses to leave nothing of the output', () => {
    const cut = { ...plain, padding: [1, 1] } as const
    expect(() => convolutionTranspose(zeros([1, 1, 1, 1]), kernel, null, cut, [0, 0])).toThrow(
      'convolutionTranspose: an input [1, 1, 1, 1] is too small',
    )
  })
})
