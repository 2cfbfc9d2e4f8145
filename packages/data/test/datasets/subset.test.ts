import { arange, IndexError, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { DataLoader, type Dataset, Subset, TensorDataset } from '../../src/index'

const pairs = new TensorDataset(arange(6).view(3, 2), tensor([10, 20, 30]))
const tens: Dataset<number> = { length: 4, get: (index) => 10 * index }

describe('Subset', () => {
  it('gives the samples at its indices', () => {
    const subset = new Subset(pairs, [2, 0])
    expect(subset.length).toBe(2)
    expect(subset.get(0)[1].item()).toBe(30)
    expect(subset.get(-1)[1].item()).toBe(10)
    expect(subset.getBatch([1, 0])[1].toArray()).toEqual([10, 30])
  })

  it('collates where its dataset makes no batches', () => {
    const [batch] = new DataLoader(new Subset(tens, [3, 1]), { batchSize: 2 })
    expect(batch?.toArray()).toEqual([30, 10])
  })

  it('refuses an index outside', () => {
    expect(() => new Subset(pairs, [2, 0]).get(2)).toThrow(
      new IndexError('Subset: index 2 is out of range for a dataset of 2 samples'),
    )
    expect(() => new Subset(pairs, [2, 0]).getBatch([0.5])).toThrow(TypeError)
  })
})
