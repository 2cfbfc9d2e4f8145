import { add, type Tensor, tensor } from '@nn/tensor'
import { beforeAll, expect, test } from 'vitest'
import { useWasm } from '../src/index'
import { sample } from './kernels/samples'

beforeAll(async () => {
  await useWasm()
})

const random = (shape: readonly number[], seed: number): Tensor =>
  tensor(
    sample(
      shape.reduce((product, size) => product * size, 1),
      seed,
    ),
  ).view(...shape)

/** What the JavaScript kernels compute, exact for sums of two float32. */
const exact = (a: Tensor, b: Tensor): unknown => add(a.double(), b.double()).float().toArray()

test.each([
  ['a value for each channel', [4, 3, 20, 30], [1, 3, 1, 1]],
  ['a value for each row', [4, 3, 20, 30], [4, 1, 20, 1]],
  ['a plane for each image', [4, 3, 20, 30], [4, 1, 20, 30]],
  ['small parts', [5, 4, 3, 2], [1, 4, 1, 2]],
  ['no images', [0, 3, 40, 50], [1, 3, 1, 1]],
])('%s is added to images', (_, shape, other) => {
  const [a, b] = [random(shape, 1), random(other, 2)]
  expect(add(a, b).toArray()).toEqual(exact(a, b))
  expect(add(b, a).toArray()).toEqual(exact(a, b))
})

test('an in-place operation on images takes a value for each channel', () => {
  const [a, b] = [random([4, 3, 20, 30], 1), random([3, 1, 1], 2)]
  const expected = exact(a, b)
  expect(a.add_(b).toArray()).toEqual(expected)
})

test('images with permuted dimensions are copied in order', () => {
  const x = random([3, 16, 20, 5], 1)
  const y = x.permute(0, 3, 1, 2)
  expect(y.contiguous().toArray()).toEqual(y.double().contiguous().toArray())
})
