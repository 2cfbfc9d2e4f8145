import { gradcheck, gradgradcheck } from '@nn/autograd'
import { Bilinear, functional } from '@nn/nn'
import { DTypeError, manualSeed, ones, randn, ShapeError, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

const { bilinear } = functional

describe('bilinear', () => {
  it('multiplies both inputs with each matrix of the weight', () => {
    const weight = tensor([
      [
        [1, 0],
        [0, 1],
      ],
      [
        [0, 1],
        [0, 0],
      ],
    ])
    expect(bilinear(tensor([1, 2]), tensor([3, 4]), weight, tensor([0, 10])).toArray()).toEqual([11, 14])
  })

  it('has the gradients of finite differences, once and twice', () => {
    manualSeed(0)
    const inputs = [[2, 3], [2, 2], [2, 3, 2], [2]].map((shape) =>
      randn(shape, { dtype: 'float64', requiresGrad: true }),
    )
    const form = (a: Tensor, b: Tensor, weight: Tensor, bias: Tensor): Tensor => bilinear(a, b, weight, bias)
    expect(gradcheck(form, inputs)).toBe(true)
    expect(gradgradcheck(form, inputs)).toBe(true)
  })

  it('refuses operands that do not belong together', () => {
    const [x, weight] = [ones([2, 3]), ones([4, 3, 3])]
    expect(() => bilinear(x, ones([1, 3]), weight)).toThrow(ShapeError)
    expect(() => bilinear(x, ones([2, 4]), weight)).toThrow(
      'bilinear: inputs [2, 3] and [2, 4] do not fit a weight [4, 3, 3] ([out, in1, in2])',
    )
    expect(() => bilinear(x, x, weight, ones([3]))).toThrow(ShapeError)
    expect(() => bilinear(x, x, weight.double())).toThrow(DTypeError)
  })
})

describe('Bilinear', () => {
  it('starts and computes as PyTorch from the same seed', () => {
    manualSeed(0)
    const layer = new Bilinear(2, 3, 2)
    expect(layer.weight.at(0, 0, 0).item()).toBe(Math.fround(-0.005293981172144413))
    expect(layer.bias?.toArray()).toEqual([-0.6755334138870239, -0.4683041572570801].map(Math.fround))
    const y = layer.forward(tensor([1, 2]).float(), tensor([1, 2, 3]).float())
    expect(y.at(0).item()).toBeCloseTo(-2.6605844, 5)
    expect(y.at(1).item()).toBeCloseTo(-0.863779, 5)
  })

  it('prints as PyTorch prints it', () => {
    expect(String(new Bilinear(3, 4, 5))).toBe('Bilinear(in1_features=3, in2_features=4, out_features=5, bias=True)')
    expect(new Bilinear(3, 4, 5, { bias: false }).bias).toBeNull()
  })

  it('refuses sizes that are none', () => {
    expect(new Bilinear(2, 0, 3).forward(ones([4, 2]), ones([4, 0])).shape).toEqual([4, 3])
    expect(new Bilinear(2, 3, 0).forward(ones([4, 2]), ones([4, 3])).shape).toEqual([4, 0])
    expect(() => new Bilinear(0, 4, 5)).toThrow('Bilinear: in1Features must be a positive integer, got 0')
  })
})
