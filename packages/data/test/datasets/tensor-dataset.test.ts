import { arange, IndexError, rand, ShapeError, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { TensorDataset } from '../../src/index'

const pairs = new TensorDataset(arange(6).view(3, 2), tensor([10, 20, 30]))

describe('TensorDataset', () => {
  it('gives rows side by side', () => {
    const sample = pairs.get(1)
    expectTypeOf(sample).toEqualTypeOf<[Tensor, Tensor]>()
    expect(sample.map((x) => x.toArray())).toEqual([[2, 3], 20])
    expect(pairs.length).toBe(3)
    expect(pairs.get(-1)[1].item()).toBe(30)
  })

  it('gives batches that equal the collated samples', () => {
    const [x, y] = pairs.getBatch([2, 0])
    expect([x.toArray(), y.toArray()]).toEqual([
      [
        [4, 5],
        [0, 1],
      ],
      [30, 10],
    ])
    expect([x.dtype, y.dtype]).toEqual(['int64', 'int64'])
  })

  it('refuses an index outside', () => {
    expect(() => pairs.get(3)).toThrow(IndexError)
    expect(() => pairs.getBatch([0, 3])).toThrow(IndexError)
  })

  it('refuses tensors of different lengths, 0-d tensors, and none', () => {
    expect(() => new TensorDataset(rand([3]), rand([4, 2]))).toThrow(
      'TensorDataset: expects tensors with one first size, got [3] and [4, 2]',
    )
    expect(() => new TensorDataset(tensor(1))).toThrow(ShapeError)
    expect(() => new TensorDataset()).toThrow('got none')
  })
})
