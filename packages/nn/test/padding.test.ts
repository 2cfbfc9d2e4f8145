import { gradcheck, gradgradcheck } from '@nn/autograd'
import {
  CircularPad1d,
  CircularPad2d,
  ConstantPad1d,
  ConstantPad2d,
  functional,
  type Layer,
  ReflectionPad1d,
  ReflectionPad2d,
  ReplicationPad1d,
  ReplicationPad2d,
  ZeroPad1d,
  ZeroPad2d,
} from '@nn/nn'
import { arange, manualSeed, randn, ShapeError, type Tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

const { pad } = functional
const row = arange(4).reshape([1, 4])

describe('pad', () => {
  it.each<[functional.PadMode, number[], number[]]>([
    ['constant', [1, 2], [9, 0, 1, 2, 3, 9, 9]],
    ['constant', [-1, 2], [1, 2, 3, 9, 9]],
    ['reflect', [2, 3], [2, 1, 0, 1, 2, 3, 2, 1, 0]],
    ['replicate', [2, 1], [0, 0, 0, 1, 2, 3, 3]],
    ['replicate', [-1, 2], [1, 2, 3, 3, 3]],
    ['circular', [1, 2], [3, 0, 1, 2, 3, 0, 1]],
    ['circular', [-1, 2], [1, 2, 3, 1, 2]],
  ])('%s by %o', (mode, padding, expected) => {
    expect(pad(row, padding, mode === 'constant' ? { value: 9 } : { mode }).toArray()).toEqual([expected])
  })

  it('begins with the last dimension', () => {
    expect(pad(zeros([2, 3, 4]), [1, 1, 2, 0]).shape).toEqual([2, 5, 6])
  })

  it.each<[string, () => Tensor, new (message: string) => Error]>([
    ['half a pair', () => pad(row, [1]), RangeError],
    ['a mode that is not there', () => pad(row, [1, 1], { mode: 'mirror' as 'reflect' }), RangeError],
    ['more pairs than dimensions', () => pad(row, [1, 1, 1, 1, 1, 1]), ShapeError],
    ['a mirror image wider than the input', () => pad(row, [4, 0], { mode: 'reflect' }), ShapeError],
    ['going around more than once', () => pad(row, [5, 0], { mode: 'circular' }), ShapeError],
    ['going around more than what is left', () => pad(row, [-3, 2], { mode: 'circular' }), ShapeError],
    ['edges of nothing', () => pad(zeros([1, 0]), [1, 0], { mode: 'replicate' }), ShapeError],
    ['taking away more than there is', () => pad(row, [-3, -2]), ShapeError],
  ])('refuses %s', (_, call, errorClass) => {
    expect(call).toThrow(errorClass)
    expect(call).toThrow('pad: ')
  })

  it.each(['constant', 'reflect', 'replicate', 'circular'] as const)(
    'gives a tensor of its own where nothing is added (%s)',
    (mode) => {
      const x = randn([1, 2, 3, 4], { requiresGrad: true })
      for (const padding of mode === 'constant' ? [[], [0, 0]] : [[0, 0, 0, 0]]) {
        const padded = pad(x, padding, { mode })
        expect(padded.detach().equal(x.detach())).toBe(true)
        expect(padded.storage).not.toBe(x.storage)
      }
    },
  )

  it.each(['constant', 'reflect', 'replicate', 'circular'] as const)(
    'has the gradients of finite differences (%s), once and twice',
    (mode) => {
      manualSeed(0)
      const x = randn([1, 2, 3, 4], { dtype: 'float64', requiresGrad: true })
      const padded = (x: Tensor): Tensor => pad(x, [1, 2, -1, 1], { mode })
      expect(gradcheck(padded, [x])).toBe(true)
      expect(gradgradcheck((x) => padded(x).square(), [x])).toBe(true)
    },
  )
})

describe('layers', () => {
  it.each<[Layer, number[], string]>([
    [new ZeroPad1d(2), [1, 4, 8], 'ZeroPad1d((2, 2))'],
    [new ZeroPad2d([1, 2, 3, 4]), [1, 11, 7], 'ZeroPad2d((1, 2, 3, 4))'],
    [new ConstantPad1d(2, 3.5), [1, 4, 8], 'ConstantPad1d(padding=(2, 2), value=3.5)'],
    [new ConstantPad2d(2, 3), [1, 8, 8], 'ConstantPad2d(padding=(2, 2, 2, 2), value=3)'],
    [new ReflectionPad1d([1, 2]), [1, 4, 7], 'ReflectionPad1d((1, 2))'],
    [new ReflectionPad2d(2), [1, 8, 8], 'ReflectionPad2d((2, 2, 2, 2))'],
    [new ReplicationPad1d(1), [1, 4, 6], 'ReplicationPad1d((1, 1))'],
    [new ReplicationPad2d(1), [1, 6, 6], 'ReplicationPad2d((1, 1, 1, 1))'],
    [new CircularPad1d(1), [1, 4, 6], 'CircularPad1d((1, 1))'],
    [new CircularPad2d(1), [1, 6, 6], 'CircularPad2d((1, 1, 1, 1))'],
  ])('%s', (layer, shape, printed) => {
    expect(layer.forward(zeros([1, 4, 4])).shape).toEqual(shape)
    expect(String(layer)).toBe(printed)
  })

  it('fill with their value', () => {
    expect(new ConstantPad1d([1, 0], 7).forward(row).toArray()).toEqual([[7, 0, 1, 2, 3]])
  })

  it('refuse paddings for other dimensions', () => {
    expect(() => new ZeroPad2d([1, 2])).toThrow('ZeroPad2d: padding must be one number or 4, got [1, 2]')
  })
})
