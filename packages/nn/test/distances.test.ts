import { grad } from '@nn/autograd'
import { CosineSimilarity, functional, PairwiseDistance } from '@nn/nn'
import { cdist, DTypeError, IndexError, ones, ShapeError, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { expectClose } from './matchers'
import { wave } from './wave'

describe('pairwiseDistance', () => {
  it.each([
    [1, 4.9999981],
    [2, 3.6055501],
    [Infinity, 2.999999],
  ])('measures with the norm of order %d', (p, expected) => {
    const [x1, x2] = [tensor([1, 2]), tensor([3, 5])]
    expect(functional.pairwiseDistance(x1, x2, { p }).item()).toBeCloseTo(expected, 5)
  })

  it('takes vectors that broadcast, and keeps the dimension when asked', () => {
    expect(functional.pairwiseDistance(ones([2, 3]), ones([3])).shape).toEqual([2])
    expect(functional.pairwiseDistance(ones([2, 3]), ones([3]), { keepdim: true }).shape).toEqual([2, 1])
    expect(() => functional.pairwiseDistance(ones([2]), ones([3]))).toThrow(ShapeError)
  })

  it('is floating point of integers, whatever eps is', () => {
    expect(functional.pairwiseDistance(tensor([1]), tensor([3]), { eps: 0 }).dtype).toBe('float32')
  })
})

describe('pdist', () => {
  it.each([
    [2, [1.009489, 1.049878, 1.845454, 1.377272, 2.618208, 1.361911]],
    [1, [1.204442, 1.329989, 2.498246, 1.864454, 3.702687, 1.838233]],
    [0, [2, 2, 2, 2, 2, 2]],
    [Infinity, [0.9854497, 0.9950009, 1.62667, 1.213993, 1.857025, 1.206564]],
  ])('measures every two rows with the norm of order %d', (p, expected) => {
    // F.pdist(wave(4, 2), p)
    expectClose(functional.pdist(wave(4, 2), p), expected)
  })

  it('has no pairs of one row, and 0 between rows without coordinates', () => {
    expect(functional.pdist(ones([1, 3])).shape).toEqual([0])
    expect(functional.pdist(ones([3, 0])).toArray()).toEqual([0, 0, 0])
  })

  it('give the gradient to each of several largest differences, and none at distance 0', () => {
    const far = tensor([[0.5, 0.5]], { requiresGrad: true })
    const to = tensor([[1.5, -0.5]], { requiresGrad: true })
    cdist(far, to, Infinity).sum().backward()
    expect([far.grad?.toArray(), to.grad?.toArray()]).toEqual([[[-1, 1]], [[1, -1]]])
    for (const p of [0, 0.5, 1, 1.5, 2, 3, Infinity]) {
      const same = ones([2, 3]).requiresGrad_()
      functional.pdist(same, p).sum().backward()
      expect(same.grad?.abs().sum().item(), `p = ${p}`).toBe(0)
    }
    const x = tensor(
      [
        [0.0, 0, 0],
        [1, -1, 1],
        [1, 2, -2],
        [1, -1, 1],
      ],
      { dtype: 'float32', requiresGrad: true },
    )
    functional.pdist(x, Infinity).sum().backward()
    expect(x.grad?.toArray()).toEqual([
      [-2, 1, -1],
      [1, -2, 2],
      [0, 3, -3],
      [1, -2, 2],
    ])
  })

  it('refuses what is no matrix, and orders below 0', () => {
    expect(() => functional.pdist(ones([3]))).toThrow('pdist: the input must be a matrix, got [3]')
    expect(() => functional.pdist(ones([3, 1]), -1)).toThrow('pdist: p must be 0 or more, got -1')
    expect(() => functional.pdist(ones([3, 1]).long())).toThrow(DTypeError)
  })
})

describe('cosineSimilarity', () => {
  it('lies between -1 and 1', () => {
    const x = tensor([[3.0, 4.5]])
    expect(functional.cosineSimilarity(x, x.mul(-2)).item()).toBeCloseTo(-1, 6)
    expect(
      functional.cosineSimilarity(tensor([1, 2]), tensor([3.0, 4.0], { dtype: 'float32' }), { dim: 0 }).item(),
    ).toBeCloseTo(0.9838699, 6)
  })

  it('divides by eps at least, with the gradient of what was there', () => {
    const [x, y] = [tensor([0.1, 0.2]).requiresGrad_(), tensor([3, 4], { dtype: 'float32' }).requiresGrad_()] as const
    const cosine = functional.cosineSimilarity(x, y, { dim: 0, eps: 1 })
    expect(cosine.item()).toBeCloseTo(0.22, 6)
    const [dx, dy] = grad(cosine, [x, y]).map((g) => (g as Tensor).toArray())
    expect(dx).toEqual([expect.closeTo(0.5016, 4), expect.closeTo(0.6032, 4)])
    expect(dy).toEqual([expect.closeTo(-0.0064, 4), expect.closeTo(0.0048, 4)])
  })

  it('refuses integers and dimensions that are not there', () => {
    expect(() => functional.cosineSimilarity(tensor([1]), tensor([1]), { dim: 0 })).toThrow(DTypeError)
    expect(() => functional.cosineSimilarity(ones([2]), ones([2]))).toThrow(IndexError)
    expect(() => functional.cosineSimilarity(ones([2]), ones([3]), { dim: 0 })).toThrow(ShapeError)
  })
})

describe('normalize', () => {
  it('divides by the norm along a dimension, and leaves zeros', () => {
    const x = tensor([
      [3.0, 4.0],
      [0.0, 0.0],
    ]).float()
    expect(functional.normalize(x).toArray()).toEqual([
      [expect.closeTo(0.6, 6), expect.closeTo(0.8, 6)],
      [0, 0],
    ])
    expect(functional.normalize(tensor([3, -1]).float(), { p: 1, dim: 0 }).toArray()).toEqual([0.75, -0.25])
    expect(
      functional
        .normalize(ones([2, 2, 2]), { dim: [1, 2] })
        .at(0, 0, 0)
        .item(),
    ).toBe(0.5)
  })

  it('refuses integers and dimensions that are not there', () => {
    expect(() => functional.normalize(tensor([[1]]))).toThrow('normalize: needs a floating-point tensor, got int64')
    expect(() => functional.normalize(zeros([2]))).toThrow(IndexError)
  })
})

describe('the modules', () => {
  it('are their functions with settings', () => {
    const [x, y] = [tensor([[3.0, 4.5]]), tensor([[1.5, 0.5]])]
    expect(new PairwiseDistance({ p: 1, eps: 0, keepdim: true }).forward(x, y).toArray()).toEqual([[5.5]])
    expect(new CosineSimilarity({ dim: 0, eps: 100 }).forward(x, y).toArray()).toEqual(
      functional.cosineSimilarity(x, y, { dim: 0, eps: 100 }).toArray(),
    )
  })

  it('print as PyTorch prints them', () => {
    expect([String(new PairwiseDistance()), String(new CosineSimilarity())]).toEqual([
      'PairwiseDistance()',
      'CosineSimilarity()',
    ])
  })
})
