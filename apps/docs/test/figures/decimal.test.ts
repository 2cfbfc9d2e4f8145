import { expect, it } from 'vitest'
import { decimal, operand } from '../../src/figures/decimal'

it('decimal writes at most four decimals, without a negative zero', () => {
  expect([2, -0.348_03, 0.105_01, -0.000_001, 123_456, Number.NaN].map(decimal)).toEqual([
    '2',
    '−0.348',
    '0.105',
    '0',
    '1.23e+5',
    'NaN',
  ])
})

it('operand puts negative numbers in brackets', () => {
  expect([1.5, -1.5].map(operand)).toEqual(['1.5', '(−1.5)'])
})
