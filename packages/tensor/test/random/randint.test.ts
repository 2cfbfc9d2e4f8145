import { describe, expect, it } from 'vitest'
import type { TypedArray } from '../../src/core/dtype'
import { fillRandint, Generator } from '../../src/random/index'
import { itEqualsPyTorch } from './equals-pytorch'

describe('fillRandint', () => {
  itEqualsPyTorch('randint', (out: TypedArray, [low, high], generator) => {
    fillRandint(out, low!, high!, generator)
    return out
  })

  it('refuses bounds that leave nothing between them', () => {
    const out = new Float64Array(2)
    expect(() => fillRandint(out, 5, 5, new Generator(0))).toThrow(
      new RangeError('randint: low must be less than high, got low=5 and high=5'),
    )
  })

  it('refuses bounds that are not integers, or not exact', () => {
    const out = new Float64Array(2)
    expect(() => fillRandint(out, 0, 1.5, new Generator(0))).toThrow(TypeError)
    expect(() => fillRandint(out, 0, Number.NaN, new Generator(0))).toThrow(TypeError)
    expect(() => fillRandint(out, 0, 2 ** 54, new Generator(0))).toThrow(RangeError)
  })
})
