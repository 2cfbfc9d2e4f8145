import { IndexError } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { ConcatDataset, DataLoader, type Dataset } from '../../src/index'

const tens: Dataset<number> = { length: 4, get: (index) => 10 * index }

describe('ConcatDataset', () => {
  const both = new ConcatDataset([tens, { length: 0, get: () => 0 }, { length: 2, get: (index) => -index }])

  it('gives the samples of one dataset after those of the other', () => {
    expect(both.length).toBe(6)
    expect([0, 3, 4, 5].map((index) => both.get(index))).toEqual([0, 30, -0, -1])
    expect(both.get(-3)).toBe(30)
    expect(Array.from(new DataLoader(both, { batchSize: 6 }), (batch) => batch.toArray())).toEqual([
      [0, 10, 20, 30, 0, -1],
    ])
  })

  it('refuses an index outside, and an empty list', () => {
    expect(() => both.get(6)).toThrow(IndexError)
    expect(() => new ConcatDataset([])).toThrow(RangeError)
  })
})
