import { describe, expect, it } from 'vitest'
import { Generator, multinomial } from '../../src/random/index'
import { itEqualsPyTorch } from './equals-pytorch'

/** The weights that the fixtures were made with: 0 to 100/16 in a scattered order. */
function weightsLike(out: Float32Array | Float64Array): Float32Array | Float64Array {
  const weights = out instanceof Float32Array ? new Float32Array(1000) : new Float64Array(1000)
  return weights.map((_, i) => ((i * 7919) % 101) / 16)
}

describe('multinomial with replacement', () => {
  itEqualsPyTorch('multinomial', (out: Float32Array | Float64Array, _, generator) =>
    multinomial(weightsLike(out), out.length, true, generator),
  )

  it('never draws an index whose weight is zero', () => {
    const drawn = multinomial(new Float32Array([0, 1, 0, 2, 0]), 1000, true, new Generator(0))
    expect(new Set(drawn)).toEqual(new Set([1, 3]))
  })
})

describe('multinomial without replacement', () => {
  itEqualsPyTorch('multinomialWithoutReplacement', (out: Float32Array | Float64Array, _, generator) =>
    multinomial(weightsLike(out), Math.min(out.length, 900), false, generator),
  )

  it('draws no index twice', () => {
    const drawn = multinomial(new Float64Array(50).fill(1), 50, false, new Generator(0))
    expect(new Set(drawn).size).toBe(50)
  })
})

describe('multinomial', () => {
  const generator = new Generator(0)

  it('refuses weights that are negative, NaN, infinite or all zero', () => {
    for (const weights of [[-1, 2], [Number.NaN, 1], [Number.POSITIVE_INFINITY, 1], [0, 0], []]) {
      for (const replacement of [true, false]) {
        expect(() => multinomial(new Float32Array(weights), 1, replacement, generator)).toThrow(RangeError)
      }
    }
  })

  it('refuses to draw nothing, or more than there is without replacement', () => {
    const weights = new Float32Array([1, 2])
    expect(() => multinomial(weights, 0, true, generator)).toThrow(RangeError)
    expect(() => multinomial(weights, 3, false, generator)).toThrow(
      new RangeError('multinomial: cannot draw 3 of 2 indices without replacement'),
    )
  })
})
