import { readFileSync } from 'node:fs'
import { mnistFiles } from './mnist-files'
import { tutorial } from './tutorial'

const IMAGE_HEADER = 16
const LABEL_HEADER = 8

/** A batch in ordinary arrays, as the peers take it. */
export interface ArrayBatch {
  readonly size: number
  /** [size, 784] in row-major order, from -1 to 1. */
  readonly images: Float32Array
  readonly labels: Int32Array
}

/** MNIST's training images in memory, scaled to [0, 1] and normalised with mean 0.5 and deviation 0.5. */
export class MnistArrays {
  private readonly images: Float32Array
  private readonly labels: Int32Array

  constructor() {
    const files = mnistFiles()
    const pixels = readFileSync(files.images).subarray(IMAGE_HEADER)
    this.images = Float32Array.from(pixels, (byte) => (byte / 255 - 0.5) / 0.5)
    this.labels = Int32Array.from(readFileSync(files.labels).subarray(LABEL_HEADER))
  }

  /** The batches of an epoch, or its first `steps` ones, in a new random order. */
  *batches(steps: number): Generator<ArrayBatch> {
    const order = shuffledRange(this.labels.length)
    for (let step = 0; step < steps; step++) {
      const rows = order.subarray(step * tutorial.batchSize, (step + 1) * tutorial.batchSize)
      const images = new Float32Array(rows.length * tutorial.pixels)
      rows.forEach((row, i) => {
        images.set(this.images.subarray(row * tutorial.pixels, (row + 1) * tutorial.pixels), i * tutorial.pixels)
      })
      yield { size: rows.length, images, labels: Int32Array.from(rows, (row) => this.labels[row]!) }
    }
  }
}

function shuffledRange(n: number): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1))
    const swapped = order[i]!
    order[i] = order[j]!
    order[j] = swapped
  }
  return order
}
