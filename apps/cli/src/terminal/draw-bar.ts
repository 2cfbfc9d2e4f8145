const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/**
 * A horizontal bar of block characters, exact to an eighth of a character, padded with spaces to `width`.
 *
 * @param fraction how much of the width is filled, 0 to 1
 */
export function drawBar(fraction: number, width: number): string {
  const eighths = Math.round(fraction * width * 8)
  return ('█'.repeat(eighths >> 3) + EIGHTHS[eighths & 7]).padEnd(width)
}
