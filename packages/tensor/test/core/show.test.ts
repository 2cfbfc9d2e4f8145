import { ones, show } from '@nn/tensor'
import { expect, test } from 'vitest'

class Point {
  x = 1
}

test.each([
  ["text in quotes, so that '2' is not 2", '2', "'2'"],
  ['numbers as they are', -0.5, '-0.5'],
  ['NaN', Number.NaN, 'NaN'],
  ['null', null, 'null'],
  ['undefined', undefined, 'undefined'],
  ['booleans', true, 'true'],
  ['big integers with their n', 7n, '7n'],
  ['lists by their elements', ['a', 1, null], "['a', 1, null]"],
  ['long lists by their first elements', [1, 2, 3, 4, 5, 6, 7], '[1, 2, 3, 4, 5, 6, …]'],
  ['lists in lists to a depth of two', [[1, [2, 3]]], '[[1, a list of 2]]'],
  ['plain objects by their entries', { lr: '0.1', nested: { deep: {} } }, "{ lr: '0.1', nested: { deep: an object } }"],
  ['an object without prototype as a plain one', Object.create(null), '{}'],
  ['typed arrays by class and length', new Float32Array(3), 'a Float32Array of 3'],
  ['buffers by their class', new ArrayBuffer(2), 'an ArrayBuffer'],
  ['other objects by their class', new Point(), 'a Point'],
  ['classes by name', Point, 'the class Point'],
  ['functions', () => 1, 'a function'],
  ['promises, with a hint', Promise.resolve(1), 'a promise (is an await missing?)'],
  ['symbols', Symbol('s'), 'Symbol(s)'],
])('show names %s', (_, value, text) => {
  expect(show(value)).toBe(text)
})

test('show names a tensor by dtype and shape', () => {
  expect(show(ones([2, 3]))).toBe('a float32 tensor [2, 3]')
  expect(show([ones([], { dtype: 'int64' })])).toBe('[an int64 tensor []]')
})

test('show cuts long text', () => {
  expect(show('x'.repeat(100))).toBe(`'${'x'.repeat(40)}…'`)
})
