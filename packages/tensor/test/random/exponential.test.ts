import { describe, expect, it } from 'vitest'
import { fillExponential, Generator } from '../../src/random/index'
import { itEqualsPyTorch } from './equals-pytorch'

describe('fillExponential', () => {
  itEqualsPyTorch('exponential', (out: Float32Array | Float64Array, [lambda], generator) => {
    fillExponential(out, lambda!, generator)
    return out
  })

  it('refuses a rate that is not positive', () => {
    expect(() => fillExponential(new Float32Array(1), 0, new Generator(0))).toThrow(
      new RangeError('exponential_: lambda must be positive, got 0'),
    )
  })
})
