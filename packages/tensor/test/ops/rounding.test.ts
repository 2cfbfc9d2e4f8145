import { describe, expect, it } from 'vitest'
import { ceil, DTypeError, floor, frac, round, tensor, trunc } from '../../src/index'

describe('rounding', () => {
  const x = tensor([-1.5, -0.5, 0.5, 1.5, 2.5])

  it('goes down, up, towards 0 or to the nearest, ties to even', () => {
    expect(floor(x).toArray()).toEqual([-2, -1, 0, 1, 2])
    expect(ceil(x).toArray()).toEqual([-1, -0, 1, 2, 3])
    expect(trunc(x).toArray()).toEqual([-1, -0, 0, 1, 2])
    expect(round(x).toArray()).toEqual([-2, -0, 0, 2, 2])
  })

  it('rounds to a number of decimals, or of digits before the point', () => {
    const y = tensor([1234.5678, -25], { dtype: 'float64' })
    expect(round(y, { decimals: 2 }).toArray()).toEqual([1234.57, -25])
    expect(round(y, { decimals: -1 }).toArray()).toEqual([1230, -20])
    expect(y.round({ decimals: -3 }).toArray()).toEqual([1000, -0])
  })

  it('refuses decimals of integers, and decimals that are no whole number', () => {
    expect(() => round(tensor([123]), { decimals: -1 })).toThrow(DTypeError)
    expect(() => round(x, { decimals: 0.5 })).toThrow(new TypeError('round: decimals must be an integer, got 0.5'))
  })

  it('frac is what trunc cuts off, and not for integers', () => {
    expect(frac(tensor([1.75, -1.75])).toArray()).toEqual([0.75, -0.75])
    expect(() => frac(tensor([1]))).toThrow(new DTypeError('frac: needs a floating-point tensor, got int64'))
  })
})
