import { describe, expect, it } from 'vitest'
import { fillLogNormal, Generator } from '../../src/random/index'
import { itEqualsPyTorch } from './equals-pytorch'

describe('fillLogNormal', () => {
  itEqualsPyTorch('logNormal', (out: Float32Array | Float64Array, [mean, std], generator) => {
    fillLogNormal(out, mean!, std!, generator)
    return out
  })

  it('refuses a standard deviation that is not positive', () => {
    expect(() => fillLogNormal(new Float32Array(1), 0, 0, new Generator(0))).toThrow(
      new RangeError('log_normal_: std must be positive, got 0'),
    )
  })
})
