import { expect, test } from 'vitest'
import { terminalColumns } from '../../src/terminal/terminal-columns'

test('terminalColumns takes what the terminal tells, 80 where it does not, and any number elsewhere', () => {
  expect(terminalColumns({ isTTY: true, columns: 40 })).toBe(40)
  expect(terminalColumns({ isTTY: true, columns: 0 })).toBe(80)
  expect(terminalColumns({ isTTY: false, columns: 0 })).toBe(Number.POSITIVE_INFINITY)
})
