import { expect, test } from 'vitest'
import { equal, tensor, zeros } from '../src/index'

test('equal asks for the same shape and the same elements', () => {
  expect(equal(tensor([1, 2]), tensor([1, 2]))).toBe(true)
  expect(equal(tensor([1, 2]), tensor([1, 3]))).toBe(false)
  expect(tensor([[1, 2]]).equal(tensor([1, 2]))).toBe(false)
})

test('equal compares values, whatever their dtypes', () => {
  expect(equal(tensor([1]), tensor([1], { dtype: 'float32' }))).toBe(true)
  expect(equal(tensor(true), tensor(1))).toBe(true)
})

test('equal tells tensors without elements apart by their shapes', () => {
  expect(equal(zeros([0]), zeros([0]))).toBe(true)
  expect(equal(zeros([0]), zeros([0, 1]))).toBe(false)
})

test('equal takes NaN to equal nothing, itself included', () => {
  const x = tensor([Number.NaN])
  expect(equal(x, x)).toBe(false)
})
