import { drawBar } from './draw-bar'
import { formatCount, formatDuration, formatPercent } from './format'

/** How far a training run has come. */
export interface Progress {
  /** The epoch under way, from 1. */
  readonly epoch: number
  readonly epochs: number
  /** Images seen in this epoch, and in a whole one. */
  readonly images: number
  readonly imagesPerEpoch: number
  /** Mean loss of the epoch so far. */
  readonly loss: number
  /** Time spent on this epoch so far. */
  readonly seconds: number
}

const MAX_BAR_WIDTH = 30
const MIN_BAR_WIDTH = 5
const GAP = '  '

/** One line about the progress: epoch, share of it, loss, images a second, and the time that the whole run still needs. */
export function progressLine(progress: Progress): string {
  return [...place(progress), ...measures(progress)].join(GAP)
}

/** The same line with a bar in it, or without what does not fit into `columns` characters. */
export function progressBar(progress: Progress, columns: number): string {
  const [epoch, share] = place(progress)
  const figures = [share, ...measures(progress)].join(GAP)
  const room = columns - [epoch, '', figures].join(GAP).length
  if (room < MIN_BAR_WIDTH) return shortLine(progress, columns)
  return [epoch, drawBar(progress.images / progress.imagesPerEpoch, Math.min(room, MAX_BAR_WIDTH)), figures].join(GAP)
}

/** Speed is what one can do without first, and then the time that is left. */
function shortLine(progress: Progress, columns: number): string {
  const [epoch, share] = place(progress)
  const [loss, , left] = measures(progress)
  const lines = [progressLine(progress), [epoch, share, loss, left].join(GAP), [epoch, share, loss].join(GAP)]
  return lines.find((line) => line.length <= columns) ?? epoch.slice(0, columns)
}

function place({ epoch, epochs, images, imagesPerEpoch }: Progress): [string, string] {
  return [`epoch ${epoch}/${epochs}`, formatPercent(images / imagesPerEpoch, 0).padStart(5)]
}

function measures({ epoch, epochs, images, imagesPerEpoch, loss, seconds }: Progress): [string, string, string] {
  const imagesPerSecond = images / seconds
  const imagesLeft = (epochs - epoch + 1) * imagesPerEpoch - images
  return [
    `loss ${loss.toFixed(4)}`,
    `${formatCount(imagesPerSecond)} images/s`,
    `${formatDuration(imagesLeft / imagesPerSecond)} left`,
  ]
}
