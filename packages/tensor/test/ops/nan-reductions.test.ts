import { describe, expect, it } from 'vitest'
import { DTypeError, nanmean, nansum, tensor } from '../../src/index'

describe('nansum and nanmean', () => {
  const x = tensor([
    [1, NaN],
    [NaN, NaN],
  ])

  it('pass over NaN', () => {
    expect(nansum(x, 1).toArray()).toEqual([1, 0])
    expect(nanmean(x, 1).toArray()).toEqual([1, NaN])
    expect(() => nanmean(tensor([1, 2]))).toThrow(DTypeError)
  })
})
