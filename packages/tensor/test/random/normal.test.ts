import { describe, expect, it } from 'vitest'
import { fillNormal, fillNormalOneByOne, Generator } from '../../src/random/index'
import { itEqualsPyTorch } from './equals-pytorch'

describe('fillNormal', () => {
  itEqualsPyTorch('normal', (out: Float32Array | Float64Array, [mean, std], generator) => {
    fillNormal(out, mean!, std!, generator)
    return out
  })

  it('leaves the spare number of a short fill for the next short fill', () => {
    const [split, whole] = [new Generator(0), new Generator(0)]
    const [first, second, both] = [new Float32Array(3), new Float32Array(3), new Float32Array(6)]
    fillNormal(first, 0, 1, split)
    fillNormal(second, 0, 1, split)
    fillNormal(both, 0, 1, whole)
    expect([...first, ...second]).toEqual([...both])
  })

  it('refuses a negative standard deviation', () => {
    for (const length of [4, 40]) {
      expect(() => fillNormal(new Float32Array(length), 0, -1, new Generator(0))).toThrow(
        new RangeError('normal_: std must not be negative, got -1'),
      )
    }
  })
})

describe('fillNormalOneByOne', () => {
  itEqualsPyTorch('normalOneByOne', (out: Float32Array | Float64Array, [mean, std], generator) => {
    fillNormalOneByOne(out, mean!, std!, generator)
    return out
  })
})
