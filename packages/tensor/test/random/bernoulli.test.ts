import { describe, expect, it } from 'vitest'
import type { TypedArray } from '../../src/core/dtype'
import { fillBernoulli, Generator } from '../../src/random/index'
import { itEqualsPyTorch } from './equals-pytorch'

describe('fillBernoulli with one probability', () => {
  itEqualsPyTorch('bernoulli', (out: TypedArray, [p], generator) => {
    fillBernoulli(out, p!, generator)
    return out
  })

  it('gives only zeros for 0 and only ones for 1', () => {
    const out = new Uint8Array(3000)
    fillBernoulli(out, 1, new Generator(0))
    expect(out.every((value) => value === 1)).toBe(true)
    fillBernoulli(out, 0, new Generator(0))
    expect(out.every((value) => value === 0)).toBe(true)
  })

  it('refuses what is no probability', () => {
    const out = new Uint8Array(2)
    expect(() => fillBernoulli(out, 1.5, new Generator(0))).toThrow(
      new RangeError('bernoulli_: a probability lies between 0 and 1, got 1.5'),
    )
    expect(() => fillBernoulli(out, Number.NaN, new Generator(0))).toThrow(RangeError)
  })
})

describe('fillBernoulli with a probability for each element', () => {
  itEqualsPyTorch('bernoulliEach', (out: Float32Array | Float64Array, _, generator) => {
    fillBernoulli(
      out,
      out.map((_, i) => (i % 17) / 16),
      generator,
    )
    return out
  })

  it('refuses what is no probability, and arrays of different lengths', () => {
    const out = new Float32Array(2)
    expect(() => fillBernoulli(out, new Float32Array([0.5, -1]), new Generator(0))).toThrow(RangeError)
    expect(() => fillBernoulli(out, new Float32Array(3), new Generator(0))).toThrow(
      new RangeError('bernoulli_: 3 probabilities for 2 elements'),
    )
  })
})
