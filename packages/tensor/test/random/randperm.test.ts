import { describe, expect, it } from 'vitest'
import type { TypedArray } from '../../src/core/dtype'
import { Generator, randperm } from '../../src/random/index'
import { itEqualsPyTorch } from './equals-pytorch'

describe('randperm', () => {
  itEqualsPyTorch('randperm', (out: TypedArray, _, generator) => {
    randperm(out, generator)
    return out
  })

  it('has every integer once', () => {
    const out = new Int32Array(500)
    randperm(out, new Generator(3))
    expect([...out].sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, i) => i))
  })

  it('draws nothing for an empty array', () => {
    const generator = new Generator(3)
    randperm(new Float64Array(0), generator)
    expect(generator.random32()).toBe(new Generator(3).random32())
  })
})
