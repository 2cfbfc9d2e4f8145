import { IndexError, tensor } from '@nn/tensor'
import { beforeAll, expect, test } from 'vitest'
import { useWasm } from '../src/index'

beforeAll(async () => {
  await useWasm()
})

const x = (): ReturnType<typeof tensor> => tensor(Float32Array.from({ length: 12 }, (_, i) => i)).view(4, 3)

test('rows picked by an index tensor come in its order, and again where it repeats', () => {
  expect(
    x()
      .at(tensor([3, 0, 3]))
      .toArray(),
  ).toEqual([
    [9, 10, 11],
    [0, 1, 2],
    [9, 10, 11],
  ])
})

test('negative indices count from the back', () => {
  expect(
    x()
      .at(tensor([-1, 0]))
      .toArray(),
  ).toEqual([
    [9, 10, 11],
    [0, 1, 2],
  ])
})

test('an index outside of the range is refused', () => {
  expect(() => x().at(tensor([0, 4]))).toThrow(IndexError)
  expect(() => x().at(tensor([-5]))).toThrow(/index -5 is out of range/)
})

test.each(['float64', 'int64', 'int32', 'uint8'] as const)('rows and single elements of %s are picked too', (dtype) => {
  const numbers = tensor([5, 6, 7, 8, 9, 10], { dtype })
  expect(numbers.at(tensor([4, 0, -1])).toArray()).toEqual([9, 5, 10])
  const picked = numbers.view(3, 2).at(tensor([2, 1]))
  expect(picked.dtype).toBe(dtype)
  expect(picked.toArray()).toEqual([
    [9, 10],
    [7, 8],
  ])
})
