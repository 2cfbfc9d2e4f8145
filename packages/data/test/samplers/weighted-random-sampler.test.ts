import { ShapeError, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { WeightedRandomSampler } from '../../src/index'

describe('WeightedRandomSampler', () => {
  it('takes a tensor of weights', () => {
    expect([...new WeightedRandomSampler(tensor([0, 0, 2]), 3)]).toEqual([2, 2, 2])
  })

  it('refuses weights that are no list', () => {
    expect(() => new WeightedRandomSampler(zeros([2, 2]), 3)).toThrow(
      new ShapeError('WeightedRandomSampler: weights must be a list, got shape [2, 2]'),
    )
  })

  it('refuses weights that are negative or all zero, and more samples than weights without replacement', () => {
    expect(() => [...new WeightedRandomSampler([1, -1], 3)]).toThrow(RangeError)
    expect(() => [...new WeightedRandomSampler([0, 0], 3)]).toThrow(RangeError)
    expect(() => [...new WeightedRandomSampler([1, 1], 3, { replacement: false })]).toThrow(RangeError)
  })

  it('refuses to give no sample', () => {
    expect(() => new WeightedRandomSampler([1], 0)).toThrow(
      new RangeError('WeightedRandomSampler: numSamples must be a positive integer, got 0'),
    )
  })
})
