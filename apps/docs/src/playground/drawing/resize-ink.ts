import type { Box, Ink } from './ink'

/** What a new pixel takes from an old one. */
interface Share {
  readonly from: number
  readonly weight: number
}

/**
 * A part of a picture in another size. Each new pixel is the mean of the area that it covers, so edges become grey as
 * those of scaled-down images do.
 */
export function resizeInk(ink: Ink, box: Box, width: number, height: number): Ink {
  const columns = sharesOf(box.left, box.width, width)
  const rows = sharesOf(box.top, box.height, height)
  const pixels = new Float64Array(width * height)
  for (const [y, row] of rows.entries()) {
    for (const [x, column] of columns.entries()) {
      let sum = 0
      for (const { from: oldY, weight: down } of row) {
        for (const { from: oldX, weight: across } of column) {
          sum += (ink.pixels[oldY * ink.width + oldX] ?? 0) * down * across
        }
      }
      pixels[y * width + x] = sum
    }
  }
  return { pixels, width, height }
}

/** Along one direction: which old pixels each new one covers, and how much of it each of them is. */
function sharesOf(start: number, oldLength: number, newLength: number): Share[][] {
  const scale = oldLength / newLength
  return Array.from({ length: newLength }, (_, i) => {
    const [begin, end] = [i * scale, (i + 1) * scale]
    const shares: Share[] = []
    for (let old = Math.floor(begin); old < end && old < oldLength; old++) {
      const overlap = Math.min(end, old + 1) - Math.max(begin, old)
      if (overlap > 0) shares.push({ from: start + old, weight: overlap / scale })
    }
    return shares
  })
}
