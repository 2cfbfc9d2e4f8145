import { type Ink, inkBox } from './ink'
import { resizeInk } from './resize-ink'

/** Pixels along a side of an MNIST image. */
export const SIDE = 28

/** MNIST's digits were made to fit into a box with sides of this length. */
const DIGIT_SIDE = 20

/**
 * Makes an MNIST image of a drawing, the way that the images of MNIST were made: the ink is scaled to fit into a box of
 * 20 × 20 pixels, as wide for its height as it was, and its centre of mass is put at the centre of 28 × 28 pixels.
 *
 * @returns 784 pixels, row by row; null for blank paper
 * @see http://yann.lecun.com/exdb/mnist
 */
export function centreDigit(drawing: Ink): Uint8Array | null {
  const box = inkBox(drawing)
  if (box === null) return null
  const scale = DIGIT_SIDE / Math.max(box.width, box.height)
  const width = Math.max(1, Math.round(box.width * scale))
  const height = Math.max(1, Math.round(box.height * scale))
  const digit = resizeInk(drawing, box, width, height)
  const [x, y] = centreOfMass(digit)
  return place(digit, offset(x, width), offset(y, height))
}

function centreOfMass({ pixels, width, height }: Ink): [x: number, y: number] {
  let [mass, sumX, sumY] = [0, 0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ink = pixels[y * width + x] ?? 0
      mass += ink
      sumX += ink * x
      sumY += ink * y
    }
  }
  return [sumX / mass, sumY / mass]
}

/** Where a digit begins along one direction, so that its centre of mass is in the middle and no ink is cut off. */
function offset(centre: number, length: number): number {
  return Math.min(Math.max(SIDE / 2 - Math.round(centre), 0), SIDE - length)
}

function place({ pixels, width, height }: Ink, left: number, top: number): Uint8Array {
  const image = new Uint8Array(SIDE * SIDE)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) image[(top + y) * SIDE + left + x] = Math.round(pixels[y * width + x] ?? 0)
  }
  return image
}
