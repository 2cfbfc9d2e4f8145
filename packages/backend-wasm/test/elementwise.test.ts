import { arange, cat, stack, tensor, where, zeros } from '@nn/tensor'
import { beforeAll, expect, test } from 'vitest'
import { useWasm } from '../src/index'

beforeAll(async () => {
  await useWasm()
})

test('an assignment to columns writes these alone', () => {
  const x = zeros([3, 4])
  x.narrow(1, 1, 2).copy_(tensor([1, 2]))
  expect(x.toArray()).toEqual([
    [0, 1, 2, 0],
    [0, 1, 2, 0],
    [0, 1, 2, 0],
  ])
  x.select(1, 3).copy_(tensor([7, 8, 9]))
  expect(x.select(1, 3).toArray()).toEqual([7, 8, 9])
  expect(x.select(1, 2).toArray()).toEqual([2, 2, 2])
})

test('tensors joined along the last dimension keep their rows', () => {
  const x = arange(0, 6, 1, { dtype: 'float32' }).view(2, 3)
  expect(cat([x, x.mul(10)], 1).toArray()).toEqual([
    [0, 1, 2, 0, 10, 20],
    [3, 4, 5, 30, 40, 50],
  ])
  expect(stack([x, x], 2).shape).toEqual([2, 3, 2])
  expect(stack([x, x.neg()], 2).at(1, 2).toArray()).toEqual([5, -5])
})

test.each([2, 0.5, -0.5, -1, 3, 0.3])('the power %d of a tensor is that of each element', (exponent) => {
  const x = tensor([0.25, 1, 2, 9])
  const expected = [0.25, 1, 2, 9].map((value) => value ** exponent)
  for (const [i, value] of (x.pow(exponent).toArray() as number[]).entries()) {
    expect(value).toBeCloseTo(expected[i]!, 5)
  }
  x.pow_(exponent)
  expect(x.at(1).item()).toBe(1)
})

test('comparisons and choices broadcast', () => {
  const x = tensor([
    [1.5, 2, 3],
    [4, 5, 6],
  ])
  expect(x.gt(tensor([2, 2, 5])).toArray()).toEqual([
    [false, false, false],
    [true, true, true],
  ])
  expect(x.ge(4).toArray()).toEqual([
    [false, false, false],
    [true, true, true],
  ])
  expect(where(x.t().ne(2), x.t(), 0).toArray()).toEqual([
    [1.5, 4],
    [0, 5],
    [3, 6],
  ])
})
