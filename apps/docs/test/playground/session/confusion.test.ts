import { expect, test } from 'vitest'
import { countConfusions } from '../../../src/playground/session/confusion'

test('countConfusions counts how often each digit got each answer', () => {
  const labels = [0, 0, 0, 7, 7, 9]
  const mistakes = [
    { index: 1, label: 0, answer: 8, loss: 2 },
    { index: 5, label: 9, answer: 4, loss: 1 },
  ]
  const counts = countConfusions(labels, mistakes)
  expect(counts).toHaveLength(10)
  expect(counts[0]).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 1, 0])
  expect(counts[7]).toEqual([0, 0, 0, 0, 0, 0, 0, 2, 0, 0])
  expect(counts[9]).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
  expect(counts.flat().reduce((sum, n) => sum + n, 0)).toBe(labels.length)
})
