import { AlphaDropout, FeatureAlphaDropout, functional } from '@nn/nn'
import { arange, DTypeError, manualSeed, ones, ShapeError, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

const { alphaDropout, featureAlphaDropout } = functional

/** Of float32 exactly the elements that PyTorch prints with nine digits. */
const exactly = (digits: readonly number[]): number[] => digits.map(Math.fround)

describe('alpha dropout drops what PyTorch drops, to the same values bit for bit:', () => {
  it('alphaDropout', () => {
    // torch.manual_seed(7); F.alpha_dropout(torch.arange(8.) - 4, 0.3, True)
    const expected = [
      -2.98971844, -2.12876582, -1.05954826, -0.40686056, -1.05954826, -1.05954826, 2.17599726, 3.03694987,
    ]
    const x = arange(8).float().sub(4)
    manualSeed(7)
    expect(alphaDropout(x, { p: 0.3, training: true }).toArray()).toEqual(exactly(expected))
    manualSeed(7)
    expect(new AlphaDropout(0.3).forward(x).toArray()).toEqual(exactly(expected))
  })

  it('featureAlphaDropout', () => {
    // torch.manual_seed(7); F.feature_alpha_dropout(torch.arange(12.).reshape(1, 6, 2) - 4, 0.3, True)
    const expected = [
      -2.98971844, -2.12876582, -1.26781321, -0.40686056, -1.05954826, -1.05954826, 2.17599726, 3.03694987, -1.05954826,
      -1.05954826, -1.05954826, -1.05954826,
    ]
    const x = arange(12).float().reshape([1, 6, 2]).sub(4)
    manualSeed(7)
    expect(featureAlphaDropout(x, { p: 0.3, training: true }).flatten().toArray()).toEqual(exactly(expected))
    manualSeed(7)
    expect(new FeatureAlphaDropout(0.3).forward(x).flatten().toArray()).toEqual(exactly(expected))
  })
})

describe('alpha dropout', () => {
  it('lets everything pass in use and for p = 0, and makes zeros for p = 1', () => {
    const x = ones([3])
    expect(alphaDropout(x)).toBe(x)
    expect(alphaDropout(x, { p: 0, training: true })).toBe(x)
    expect(new AlphaDropout().eval().forward(x)).toBe(x)
    expect(alphaDropout(x, { p: 1, training: true }).toArray()).toEqual([0, 0, 0])
  })

  it('can change its input itself', () => {
    const x = ones([3])
    expect(alphaDropout(x, { training: true, inplace: true })).toBe(x)
    expect(alphaDropout(x, { p: 1, training: true, inplace: true })).toBe(x)
    expect(x.abs().toArray()).toEqual([0, 0, 0])
  })

  it('refuses what is no probability, integers, and an input without channels', () => {
    expect(() => new AlphaDropout(1.5)).toThrow('AlphaDropout: p must lie between 0 and 1, got 1.5')
    expect(() => alphaDropout(tensor([1]), { training: true })).toThrow(DTypeError)
    expect(() => featureAlphaDropout(zeros([3]))).toThrow(ShapeError)
  })

  it('prints as PyTorch does', () => {
    expect(String(new AlphaDropout(0.2))).toBe('AlphaDropout(p=0.2, inplace=False)')
    expect(String(new FeatureAlphaDropout(0.3, { inplace: true }))).toBe('FeatureAlphaDropout(p=0.3, inplace=True)')
  })
})
