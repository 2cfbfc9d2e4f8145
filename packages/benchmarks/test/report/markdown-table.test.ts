import { expect, test } from 'vitest'
import { markdownTable } from '../../src/report/markdown-table'

test('markdownTable(table) aligns the first column to the left and the others to the right', () => {
  const table = { name: 'kernels', head: ['kernel', 'µs'], rows: [['matmul', '301.5']], notes: ['Measured twice.'] }
  expect(markdownTable(table).split('\n')).toEqual([
    '| kernel |    µs |',
    '| ------ | ----: |',
    '| matmul | 301.5 |',
    '',
    'Measured twice.',
  ])
})

test('markdownTable(table) fills short rows up', () => {
  const table = { name: 'kernels', head: ['a', 'b', 'c'], rows: [['x', 'absent']], notes: [] }
  expect(markdownTable(table).split('\n').at(-1)).toBe('| x   | absent |     |')
})
