import { expect, test } from 'vitest'
import { drawPrediction } from '../../src/terminal/draw-prediction'

const image = { index: 8, pixels: [1, 0, 1, 0], width: 2, probabilities: [0.75, 0.25, 0] }

test('drawPrediction draws the image and, beside it, the probability of each class', () => {
  expect(drawPrediction({ ...image, label: 0 }).split('\n')).toEqual([
    'test image 8: a 0, recognised',
    '',
    `█   0 ${'█'.repeat(21)}${' '.repeat(7)}  75.0 %`,
    `    1 ${'█'.repeat(7)}${' '.repeat(21)}  25.0 %`,
    `    2 ${' '.repeat(28)}   0.0 %`,
  ])
})

test('drawPrediction says what the network took the digit for', () => {
  expect(drawPrediction({ ...image, label: 2 })).toContain('test image 8: a 2, taken for a 0')
})
