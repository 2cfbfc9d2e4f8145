import { SIDE } from '../../playground/drawing/centre-digit'
import type { FirstLayer } from '../../playground/session/first-layer'

/** A colour's red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number]

/** What stands for the weights below, at and above zero. */
export interface WeightColours {
  readonly negative: Rgb
  readonly zero: Rgb
  readonly positive: Rgb
}

/** Free pixels between two pictures. */
const GAP = 2

/** Weights so many times as large as is usual among them have the full colour. */
const FULL_COLOUR = 3

/** Paints the weights of each unit as a picture, in rows of so many. */
export function drawWeights(
  canvas: HTMLCanvasElement,
  { weights, shown }: FirstLayer,
  columns: number,
  colours: WeightColours,
): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  canvas.width = columns * (SIDE + GAP) - GAP
  canvas.height = Math.ceil(shown / columns) * (SIDE + GAP) - GAP
  const usual = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0) / weights.length) || 1
  for (let unit = 0; unit < shown; unit++) {
    const picture = context.createImageData(SIDE, SIDE)
    for (let i = 0; i < SIDE * SIDE; i++) {
      const weight = weights[unit * SIDE * SIDE + i] ?? 0
      const share = Math.min(1, Math.abs(weight) / (FULL_COLOUR * usual))
      picture.data.set([...mix(colours.zero, weight < 0 ? colours.negative : colours.positive, share), 255], 4 * i)
    }
    context.putImageData(picture, (unit % columns) * (SIDE + GAP), Math.floor(unit / columns) * (SIDE + GAP))
  }
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const between = (a: number, b: number): number => a + (b - a) * share
  return [between(from[0], to[0]), between(from[1], to[1]), between(from[2], to[2])]
}
