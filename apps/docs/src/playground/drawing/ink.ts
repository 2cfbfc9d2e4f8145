/** A picture of ink, row by row: 0 for paper to 255 for ink. */
export interface Ink {
  readonly pixels: ArrayLike<number>
  readonly width: number
  readonly height: number
}

/** A rectangle of whole pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The smallest box around all ink, null on blank paper. */
export function inkBox({ pixels, width, height }: Ink): Box | null {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[y * width + x] === 0) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 }
}
