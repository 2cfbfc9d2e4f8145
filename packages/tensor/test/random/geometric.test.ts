import { describe, expect, it } from 'vitest'
import type { TypedArray } from '../../src/core/dtype'
import { fillGeometric, Generator } from '../../src/random/index'
import { itEqualsPyTorch } from './equals-pytorch'

describe('fillGeometric', () => {
  itEqualsPyTorch('geometric', (out: TypedArray, [p], generator) => {
    fillGeometric(out, p!, generator)
    return out
  })

  it('refuses a probability that is not between 0 and 1', () => {
    for (const p of [0, 1, Number.NaN]) {
      expect(() => fillGeometric(new Float32Array(1), p, new Generator(0))).toThrow(RangeError)
    }
  })
})
