import { expect, test } from 'vitest'
import { formatCount, formatDuration, formatPercent } from '../../src/terminal/format'

test('formatCount rounds and separates thousands', () => {
  expect(formatCount(60_000)).toBe('60,000')
  expect(formatCount(999.6)).toBe('1,000')
})

test('formatPercent shows a share of one', () => {
  expect(formatPercent(0.8998, 2)).toBe('89.98 %')
  expect(formatPercent(1, 0)).toBe('100 %')
})

test('formatDuration chooses the unit that one would say', () => {
  expect(formatDuration(0)).toBe('0.0 s')
  expect(formatDuration(2.44)).toBe('2.4 s')
  expect(formatDuration(9.96)).toBe('10 s')
  expect(formatDuration(59.6)).toBe('1 min 0 s')
  expect(formatDuration(125)).toBe('2 min 5 s')
  expect(formatDuration(4800)).toBe('1 h 20 min')
})
