const INK = 0.4

/**
 * Draws an image with block characters, two rows of pixels to a line of text. Lines without ink above and below are left
 * out.
 *
 * @param pixels rows of pixels, 0 for paper to 1 for ink
 * @returns the lines, each as wide as the image
 */
export function drawDigit(pixels: ArrayLike<number>, width: number): string[] {
  const height = pixels.length / width
  const isInk = (row: number, column: number): boolean => row < height && (pixels[row * width + column] ?? 0) > INK

  const lines: string[] = []
  for (let row = 0; row < height; row += 2) {
    let line = ''
    for (let column = 0; column < width; column++) {
      line += block(isInk(row, column), isInk(row + 1, column))
    }
    lines.push(line)
  }
  while (lines[0]?.trim() === '') lines.shift()
  while (lines.at(-1)?.trim() === '') lines.pop()
  return lines
}

function block(upper: boolean, lower: boolean): string {
  if (upper) return lower ? '█' : '▀'
  return lower ? '▄' : ' '
}
