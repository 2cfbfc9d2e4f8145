import { drawBar } from './draw-bar'
import { drawDigit } from './draw-digit'
import { formatPercent } from './format'

const BAR_WIDTH = 28

/** An image and what a network makes of it. */
export interface Prediction {
  /** Rows of pixels, 0 for paper to 1 for ink. */
  readonly pixels: ArrayLike<number>
  /** Pixels in a row. */
  readonly width: number
  /** The network's probability of each class. */
  readonly probabilities: ArrayLike<number>
}

/** Draws the image, and beside it a bar for the probability of each class. */
export function drawPrediction({ pixels, width, probabilities }: Prediction): string {
  const digit = drawDigit(pixels, width)
  const bars = Array.from(probabilities, drawProbability)
  const lines = Array.from({ length: Math.max(digit.length, bars.length) }, (_, row) => {
    return `${(digit[row] ?? '').padEnd(width)}  ${bars[row] ?? ''}`.trimEnd()
  })
  return lines.join('\n')
}

function drawProbability(probability: number, index: number): string {
  return `${index} ${drawBar(probability, BAR_WIDTH)} ${formatPercent(probability, 1).padStart(7)}`
}
