import { expect, test } from 'vitest'
import { numberIn, sizes, wholeNumberIn } from '../../src/commands/option-values'

test('numberIn reads decimal numbers', () => {
  expect(numberIn({ min: 0 })('0.003')).toBe(0.003)
  expect(numberIn({ min: 0 })('1e-3')).toBe(0.001)
  expect(numberIn({ min: 0, max: 1 })('1')).toBe(1)
})

test.each([
  'banana',
  '',
  ' ',
  '0.1.2',
  'NaN',
  'Infinity',
  '-1',
  '1.5',
  '0x1',
  '0b1',
  '1_0',
  ' 1',
  '1 ',
  '.',
  '1e',
  '\n1',
])('numberIn from 0 to 1 refuses %j', (text) => {
  expect(() => numberIn({ min: 0, max: 1 })(text)).toThrow('It must be a number from 0 to 1.')
})

test('wholeNumberIn reads whole numbers', () => {
  expect(wholeNumberIn({ min: 1 })('64')).toBe(64)
  expect(wholeNumberIn({})('-3')).toBe(-3)
  expect(wholeNumberIn({})('+3')).toBe(3)
  expect(wholeNumberIn({})('-0')).toBe(0)
})

test.each(['0', '-1', '2.5', 'many', '', '1e400', '9007199254740993', '0x10', '1_0', ' 5', '1e3', '5.0', '٣'])(
  'wholeNumberIn from 1 refuses %j',
  (text) => {
    expect(() => wholeNumberIn({ min: 1 })(text)).toThrow('It must be a whole number of at least 1, in digits.')
  },
)

test('sizes reads a list with commas', () => {
  expect(sizes('128,64')).toEqual([128, 64])
  expect(sizes('32')).toEqual([32])
  expect(sizes('none')).toEqual([])
})

test.each(['', '128,', '128,,64', '128;64', '0', 'a,b', '0x10', '1e3', '128, 64'])('sizes refuses %j', (text) => {
  expect(() => sizes(text)).toThrow('It must be')
})
