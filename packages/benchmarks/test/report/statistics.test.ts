import { expect, test } from 'vitest'
import { median } from '../../src/report/statistics'

test('median(values) is the middle one of an odd number, in whatever order they come', () => {
  expect(median([3])).toBe(3)
  expect(median([10, 2, 9])).toBe(9)
})

test('median(values) is the mean of the two in the middle of an even number', () => {
  expect(median([4, 1, 100, 2])).toBe(3)
})

test('median(values) leaves the values in their order', () => {
  const values = [2, 1, 3]
  median(values)
  expect(values).toEqual([2, 1, 3])
})

test('median([]) throws', () => {
  expect(() => median([])).toThrow('median: no values')
})
