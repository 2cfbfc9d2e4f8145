import { expect, test } from 'vitest'
import { drawPrediction } from '../../src/terminal/draw-prediction'

const image = { index: 8, pixels: [1, 0, 1, 0], width: 2, probabilities: [0.75, 0.25, 0] }

test('drawPrediction draws the image and, beside it, the probability of each class', () => {
  expect(drawPrediction({ ...image, label: 0 }, 80).split('\n')).toEqual([
    'test image 8: a 0, recognised',
    '',
    `█   0 ${'█'.repeat(21)}${' '.repeat(7)}  75.0 %`,
    `    1 ${'█'.repeat(7)}${' '.repeat(21)}  25.0 %`,
    `    2 ${' '.repeat(28)}   0.0 %`,
  ])
})

test('drawPrediction says what the network took the digit for', () => {
  expect(drawPrediction({ ...image, label: 2 }, 80)).toContain('test image 8: a 2, taken for a 0')
})

const wideImage = { ...image, label: 0, width: 28, pixels: Array<number>(28 * 28).fill(1) }

test.each([40, 47, 48, 60, 67, 68, 80])('drawPrediction keeps lines within %i columns', (columns) => {
  const lines = drawPrediction(wideImage, columns).split('\n')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns)
  expect(lines.filter((line) => line.endsWith('%'))).toHaveLength(3)
})

test('drawPrediction puts the bars below where there is no room beside the image', () => {
  expect(
    drawPrediction({ ...image, label: 0 }, 15)
      .split('\n')
      .slice(2),
  ).toEqual(['█', '', '0 ███▊   75.0 %', '1 █▎     25.0 %', '2         0.0 %'])
})
