import { expect, test } from 'vitest'
import { profileTables } from '../../src/profile/profile-tables'

const phases = [
  { name: 'forward', milliseconds: 6, inKernels: 5 },
  { name: 'backward', milliseconds: 14, inKernels: 11 },
]
const kernels = [
  { name: 'matmul', calls: 40, milliseconds: 15.98 },
  { name: 'fill', calls: 10, milliseconds: 0.012 },
  { name: 'copy', calls: 10, milliseconds: 0.008 },
]
const rows = profileTables({ phases, kernels }, 10).flatMap((table) => table.rows)

test('profileTables(answer, steps) gives microseconds a step and shares of the whole', () => {
  expect(rows).toContainEqual(['forward', '600.0', '30.0 %', '500.0', '100.0'])
  expect(rows).toContainEqual(['together', '2000.0', '100.0 %', '1600.0', '400.0'])
  expect(rows).toContainEqual(['matmul', '4.0', '1598.0', '79.9 %'])
})

test('profileTables(answer, steps) says what passes outside of kernels', () => {
  expect(rows).toContainEqual(['outside of kernels', '', '400.0', '20.0 %'])
})

test('profileTables(answer, steps) joins the smallest kernels to one row', () => {
  expect(rows).toContainEqual(['2 others', '2.0', '2.0', '0.1 %'])
})
