import { functional, LPPool1d, LPPool2d, LPPool3d } from '@nn/nn'
import { ShapeError, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { expectClose } from './matchers'
import { wave } from './wave'

const { lpPool1d, lpPool2d, lpPool3d } = functional

describe('lpPool gives what PyTorch gives:', () => {
  it.each([
    [1, [1.629668, 2.183647]],
    [2, [1.177339, 1.352205]],
    [3, [1.069796, 1.178741]],
    [Infinity, [0.9854497, 0.9854497]],
  ])('of a sequence with p = %d', (p, expected) => {
    // F.lp_pool1d(wave(1, 6), p, 3, stride=2)
    expectClose(lpPool1d(wave(1, 6), p, 3, { stride: 2 }), expected)
    expectClose(new LPPool1d(p, 3, { stride: 2 }).forward(wave(1, 6)), expected)
  })

  it('of an image', () => {
    // F.lp_pool2d(wave(1, 4, 4), 2, (2, 3), ceil_mode=True)
    const expected = [1.543061, 2.265178, 1.340479, 2.291511]
    expectClose(lpPool2d(wave(1, 4, 4), 2, [2, 3], { ceilMode: true }), expected)
    expectClose(new LPPool2d(2, [2, 3], { ceilMode: true }).forward(wave(1, 4, 4)), expected)
  })

  it('of a volume', () => {
    // F.lp_pool3d(wave(1, 2, 2, 4), 2, 2)
    const expected = [1.371578, 2.399454]
    expectClose(lpPool3d(wave(1, 2, 2, 4), 2, 2), expected)
    expectClose(new LPPool3d(2, 2).forward(wave(1, 2, 2, 4)), expected)
  })
})

describe('LPPool', () => {
  it('prints as PyTorch does', () => {
    expect(String(new LPPool1d(2, 3))).toBe('LPPool1d(norm_type=2, kernel_size=3, stride=None, ceil_mode=False)')
    expect(String(new LPPool2d(2, [3, 2], { stride: 2, ceilMode: true }))).toBe(
      'LPPool2d(norm_type=2, kernel_size=(3, 2), stride=2, ceil_mode=True)',
    )
    expect(String(new LPPool3d(1.5, 3))).toBe('LPPool3d(norm_type=1.5, kernel_size=3, stride=None, ceil_mode=False)')
  })

  it('refuses windows that do not fit', () => {
    expect(() => lpPool1d(zeros([1, 2]), 2, 3)).toThrow(ShapeError)
    expect(() => lpPool1d(zeros([1, 2]), 2, 3)).toThrow('lpPool1d: ')
  })
})
