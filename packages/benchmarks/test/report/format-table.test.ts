import { expect, test } from 'vitest'
import { formatTable } from '../../src/report/format-table'

test('formatTable(table) aligns the first column to the left and the others to the right', () => {
  const rows = [
    ['matmul', '8', '301.5'],
    ['fill', '12', '4.0'],
  ]
  expect(formatTable({ name: 'kernels', head: ['kernel', 'calls', 'µs'], rows, notes: [] }).split('\n')).toEqual([
    'kernel  calls     µs',
    '────────────────────',
    'matmul      8  301.5',
    'fill       12    4.0',
  ])
})

test('formatTable(table) lets a short row end in a remark that widens no column', () => {
  const rows = [
    ['a', '1', '2'],
    ['absent', 'not measured: it is not installed'],
  ]
  expect(formatTable({ name: 'numbers', head: ['name', 'x', 'y'], rows, notes: [] }).split('\n')).toEqual([
    'name    x  y',
    '────────────',
    'a       1  2',
    'absent  not measured: it is not installed',
  ])
})

test('formatTable(table) puts the notes below', () => {
  const table = { name: 'numbers', head: ['name'], rows: [['four']], notes: ['Measured twice.'] }
  expect(formatTable(table).split('\n')).toEqual(['name', '────', 'four', '', 'Measured twice.'])
})
