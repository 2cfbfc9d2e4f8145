import type { Prediction } from '../training/predict'
import { drawBar } from './draw-bar'
import { drawDigit } from './draw-digit'
import { formatPercent } from './format'

const BAR_WIDTH = 28

/** Draws an image, and beside it a bar for the probability that the network gives each class. */
export function drawPrediction({ index, pixels, width, label, probabilities }: Prediction): string {
  const answer = probabilities.indexOf(Math.max(...probabilities))
  const verdict = answer === label ? `a ${label}, recognised` : `a ${label}, taken for a ${answer}`
  const digit = drawDigit(pixels, width)
  const bars = probabilities.map(drawProbability)
  const rows = Array.from({ length: Math.max(digit.length, bars.length) }, (_, row) => {
    return `${(digit[row] ?? '').padEnd(width)}  ${bars[row] ?? ''}`.trimEnd()
  })
  return [`test image ${index}: ${verdict}`, '', ...rows].join('\n')
}

function drawProbability(probability: number, digit: number): string {
  return `${digit} ${drawBar(probability, BAR_WIDTH)} ${formatPercent(probability, 1).padStart(7)}`
}
