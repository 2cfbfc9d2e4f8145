import { TensorDataset } from '@nn/data'
import { Dropout, Flatten, LogSoftmax, Sequential } from '@nn/nn'
import { manualSeed, rand, tensor } from '@nn/tensor'
import { expect, test } from 'vitest'
import { evaluate } from '../src/evaluate'

/** Three images of two pixels, whose values the network takes for its class scores. */
const images = new TensorDataset(
  tensor([
    [1.5, 0],
    [0, 1.5],
    [1.5, 0],
  ]),
  tensor([0, 1, 1]),
)
const model = new Sequential(new Flatten(), new Dropout(0.9), new LogSoftmax({ dim: 1 }))

test('evaluate gives mean loss, accuracy and the images that got a wrong class', () => {
  const { loss, accuracy, mistakes } = evaluate(model, images)
  const right = Math.log1p(Math.exp(-1.5))
  expect(loss).toBeCloseTo((2 * right + right + 1.5) / 3, 6)
  expect(accuracy).toBeCloseTo(2 / 3, 12)
  expect(mistakes).toEqual([2])
})

test('evaluate draws nothing from the stream of random numbers that training goes by', () => {
  manualSeed(1)
  const expected = rand([5]).toArray()
  manualSeed(1)
  evaluate(model, images)
  expect(rand([5]).toArray()).toEqual(expected)
})
