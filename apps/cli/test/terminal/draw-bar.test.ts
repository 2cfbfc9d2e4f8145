import { expect, test } from 'vitest'
import { drawBar } from '../../src/terminal/draw-bar'

test('drawBar is empty at 0, full at 1 and always as wide as asked', () => {
  expect(drawBar(0, 4)).toBe('    ')
  expect(drawBar(1, 4)).toBe('████')
})

test('drawBar is exact to an eighth of a character', () => {
  expect(drawBar(0.5, 3)).toBe('█▌ ')
  expect(drawBar(1 / 32, 4)).toBe('▏   ')
  expect(drawBar(31 / 32, 4)).toBe('███▉')
})
