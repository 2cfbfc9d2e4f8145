import { expect, test } from 'vitest'
import { MnistArrays } from '../../src/workload/mnist-arrays'
import { tutorial } from '../../src/workload/tutorial'

const data = new MnistArrays()

test('batches(938) are an epoch: every image once, the last batch of 32', () => {
  const classes = new Array<number>(10).fill(0)
  let last = 0
  for (const { size, labels, images } of data.batches(tutorial.steps)) {
    expect(images.length).toBe(size * tutorial.pixels)
    for (const label of labels) classes[label]!++
    last = size
  }
  // As many of each digit as MNIST's training set has.
  expect(classes).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949])
  expect(last).toBe(32)
})

test('batches(n) holds pixels from -1, the background, to 1', () => {
  const [batch] = data.batches(1)
  expect(Math.min(...batch!.images)).toBe(-1)
  expect(Math.max(...batch!.images)).toBe(1)
})

test('batches(n) comes in another order every time', () => {
  const [[first], [second]] = [data.batches(1), data.batches(1)]
  expect(first!.labels).not.toEqual(second!.labels)
})
