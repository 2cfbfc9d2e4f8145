import { describe, expect, it } from 'vitest'
import { fillCauchy, Generator } from '../../src/random/index'
import { itEqualsPyTorch } from './equals-pytorch'

describe('fillCauchy', () => {
  itEqualsPyTorch('cauchy', (out: Float32Array | Float64Array, [median, sigma], generator) => {
    fillCauchy(out, median!, sigma!, generator)
    return out
  })

  it('refuses a width that is not positive', () => {
    expect(() => fillCauchy(new Float32Array(1), 0, -1, new Generator(0))).toThrow(
      new RangeError('cauchy_: sigma must be positive, got -1'),
    )
  })
})
