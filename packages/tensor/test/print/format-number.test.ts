import { describe, expect, it } from 'vitest'
import { formatExponential, formatFixed } from '../../src/print/format-number'

// Expected values are those of C's printf, as Python's '%.4f' % x gives them.
describe('formatFixed', () => {
  it.each([
    [0.03125, 4, '0.0312'],
    [0.09375, 4, '0.0938'],
    [0.5, 0, '0'],
    [1.5, 0, '2'],
    [2.5, 0, '2'],
    [-2.5, 0, '-2'],
    [0.125, 2, '0.12'],
    [0.375, 2, '0.38'],
  ])('takes a tie to the even digit: %d with %d digits is %s', (value, precision, expected) => {
    expect(formatFixed(value, precision)).toBe(expected)
  })

  it.each([
    [1.005, 2, '1.00'],
    [0.15, 1, '0.1'],
    [0.35, 1, '0.3'],
    [99999.99999, 4, '100000.0000'],
    [-1e-9, 4, '-0.0000'],
    [-0, 2, '-0.00'],
    [0, 4, '0.0000'],
  ])('rounds the exact value of the double: %d with %d digits is %s', (value, precision, expected) => {
    expect(formatFixed(value, precision)).toBe(expected)
  })

  it('writes every digit of large numbers', () => {
    expect(formatFixed(1e22, 0)).toBe('10000000000000000000000')
    expect(formatFixed(-(2 ** 80), 2)).toBe('-1208925819614629174706176.00')
  })

  it('writes nan, inf and -inf', () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((x) => formatFixed(x, 4))).toEqual([
      'nan',
      'inf',
      '-inf',
    ])
  })
})

describe('formatExponential', () => {
  it.each([
    [100005, 4, '1.0000e+05'],
    [100015, 4, '1.0002e+05'],
    [9.5, 0, '1e+01'],
    [8.5, 0, '8e+00'],
    [0.03125, 2, '3.12e-02'],
    [2.5e22, 0, '2e+22'],
  ])('takes a tie to the even digit: %d with %d digits is %s', (value, precision, expected) => {
    expect(formatExponential(value, precision)).toBe(expected)
  })

  it.each([
    [99999.99, 4, '1.0000e+05'],
    [1e-5, 4, '1.0000e-05'],
    [-1.5e300, 4, '-1.5000e+300'],
    [5e-324, 4, '4.9407e-324'],
    [0, 4, '0.0000e+00'],
    [-0, 1, '-0.0e+00'],
  ])('has an exponent of at least two digits: %d with %d digits is %s', (value, precision, expected) => {
    expect(formatExponential(value, precision)).toBe(expected)
  })

  it('writes nan, inf and -inf', () => {
    expect(
      [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((x) => formatExponential(x, 4)),
    ).toEqual(['nan', 'inf', '-inf'])
  })
})
