import type { Prediction } from '../training/predict'
import { drawBar } from './draw-bar'
import { drawDigit } from './draw-digit'
import { formatPercent } from './format'

const MAX_BAR_WIDTH = 28
const MIN_BAR_WIDTH = 8
const GAP = '  '

/** What stands in a line beside the bar: the class, the probability and the spaces between. */
const LABELS_WIDTH = 10

/**
 * Draws an image, and beside it a bar for the probability that the network gives each class; below it where there is no room
 * beside it.
 *
 * @param columns how long lines may be
 */
export function drawPrediction(prediction: Prediction, columns: number): string {
  const { index, pixels, width, label, probabilities } = prediction
  const answer = probabilities.indexOf(Math.max(...probabilities))
  const verdict = answer === label ? `a ${label}, recognised` : `a ${label}, taken for a ${answer}`
  const digit = drawDigit(pixels, width)
  const besideIt = columns - width - GAP.length - LABELS_WIDTH
  const isBeside = besideIt >= MIN_BAR_WIDTH
  const barWidth = Math.max(0, Math.min(isBeside ? besideIt : columns - LABELS_WIDTH, MAX_BAR_WIDTH))
  const bars = probabilities.map((probability, digit) => drawProbability(probability, digit, barWidth))
  const rows = isBeside ? besideEachOther(digit, width, bars) : [...digit.map((row) => row.trimEnd()), '', ...bars]
  return [`test image ${index}: ${verdict}`, '', ...rows].join('\n')
}

function besideEachOther(left: readonly string[], width: number, right: readonly string[]): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) =>
    `${(left[row] ?? '').padEnd(width)}${GAP}${right[row] ?? ''}`.trimEnd(),
  )
}

function drawProbability(probability: number, digit: number, barWidth: number): string {
  return `${digit} ${drawBar(probability, barWidth)} ${formatPercent(probability, 1).padStart(7)}`
}
