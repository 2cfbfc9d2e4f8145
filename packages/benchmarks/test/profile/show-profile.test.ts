import { expect, test } from 'vitest'
import { showProfile } from '../../src/profile/show-profile'

const phases = [
  { name: 'forward', milliseconds: 6, inKernels: 5 },
  { name: 'backward', milliseconds: 14, inKernels: 11 },
]
const kernels = [
  { name: 'matmul', calls: 40, milliseconds: 15.98 },
  { name: 'fill', calls: 10, milliseconds: 0.012 },
  { name: 'copy', calls: 10, milliseconds: 0.008 },
]
const lines = showProfile({ phases, kernels }, 10)
  .split('\n')
  .map((line) => line.trim().split(/\s{2,}/))

test('showProfile(answer, steps) gives microseconds a step and shares of the whole', () => {
  expect(lines).toContainEqual(['forward', '600.0', '30.0 %', '500.0', '100.0'])
  expect(lines).toContainEqual(['together', '2000.0', '100.0 %', '1600.0', '400.0'])
  expect(lines).toContainEqual(['matmul', '4.0', '1598.0', '79.9 %'])
})

test('showProfile(answer, steps) says what passes outside of kernels', () => {
  expect(lines).toContainEqual(['outside of kernels', '400.0', '20.0 %'])
})

test('showProfile(answer, steps) joins the smallest kernels to one row', () => {
  expect(lines).toContainEqual(['2 others', '2.0', '2.0', '0.1 %'])
})
