import { expect, test } from 'vitest'
import { formatTable } from '../../src/report/table'

test('formatTable(header, rows) aligns the first column to the left and the others to the right', () => {
  const rows = [
    ['matmul', '8', '301.5'],
    ['fill', '12', '4.0'],
  ]
  expect(formatTable(['kernel', 'calls', 'µs'], rows).split('\n')).toEqual([
    'kernel  calls     µs',
    '────────────────────',
    'matmul      8  301.5',
    'fill       12    4.0',
  ])
})

test('formatTable(header, rows) lets a short row end in a remark that widens no column', () => {
  const rows = [
    ['a', '1', '2'],
    ['absent', 'not measured: it is not installed'],
  ]
  expect(formatTable(['name', 'x', 'y'], rows).split('\n')).toEqual([
    'name    x  y',
    '────────────',
    'a       1  2',
    'absent  not measured: it is not installed',
  ])
})
