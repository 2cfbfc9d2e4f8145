import { describe, expect, it } from 'vitest'
import { RandomSampler } from '../../src/index'

describe('RandomSampler', () => {
  it('gives every index once', () => {
    expect([...new RandomSampler({ length: 50 })].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, i) => i),
    )
  })

  it.each([0, -3])('refuses to give %d samples', (numSamples) => {
    expect(() => new RandomSampler({ length: 10 }, { numSamples })).toThrow(
      new RangeError(`RandomSampler: numSamples must be a positive integer, got ${numSamples}`),
    )
  })

  it('refuses an empty dataset', () => {
    expect(() => new RandomSampler({ length: 0 })).toThrow(RangeError)
    expect(() => new RandomSampler({ length: 0 }, { numSamples: 3 })).toThrow(RangeError)
  })
})
