import { describe, expect, it } from 'vitest'
import { BatchSampler } from '../../src/index'

describe('BatchSampler', () => {
  it('gives lists of indices, the last of which may be shorter', () => {
    const sampler = new BatchSampler([5, 6, 7], 2)
    expect([...sampler]).toEqual([[5, 6], [7]])
    expect(sampler.length).toBe(2)
  })

  it('leaves a shorter last one out with dropLast', () => {
    const sampler = new BatchSampler([5, 6, 7], 2, { dropLast: true })
    expect([...sampler]).toEqual([[5, 6]])
    expect(sampler.length).toBe(1)
  })

  it('refuses a batchSize of 0', () => {
    expect(() => new BatchSampler([1], 0)).toThrow(
      new RangeError('BatchSampler: batchSize must be a positive integer, got 0'),
    )
  })
})
