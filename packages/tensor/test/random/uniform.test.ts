import { describe, expect, it } from 'vitest'
import { fillUniform, Generator } from '../../src/random/index'
import { itEqualsPyTorch } from './equals-pytorch'

describe('fillUniform', () => {
  itEqualsPyTorch('uniform', (out: Float32Array | Float64Array, [from, to], generator) => {
    fillUniform(out, from!, to!, generator)
    return out
  })

  it('never gives the upper bound, even where rounding would', () => {
    const out = new Float32Array(1000)
    fillUniform(out, 1, 1 + 2 ** -23, new Generator(0))
    expect(new Set(out)).toEqual(new Set([1]))
  })

  it('refuses a range that is empty the wrong way round, NaN or infinite', () => {
    const out = new Float32Array(2)
    const generator = new Generator(0)
    expect(() => fillUniform(out, 3, 1, generator)).toThrow(
      new RangeError('uniform_: from must not exceed to, got from=3 and to=1'),
    )
    expect(() => fillUniform(out, Number.NaN, 1, generator)).toThrow(RangeError)
    expect(() => fillUniform(out, 0, Number.POSITIVE_INFINITY, generator)).toThrow(RangeError)
    expect(() => fillUniform(out, -3e38, 3e38, generator)).toThrow(RangeError)
    expect(() => fillUniform(new Float64Array(2), -3e38, 3e38, generator)).not.toThrow()
  })
})
