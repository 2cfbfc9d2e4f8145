import { SIDE } from '../../playground/drawing/centre-digit'
import type { Ink } from '../../playground/drawing/ink'

/** Pixels along a side of the canvas. */
export const CANVAS_SIDE = 280

const STROKE_WIDTH = 22

export interface Place {
  readonly x: number
  readonly y: number
}

/** A canvas that one draws on. What is drawn is the canvas's opacity; the colour is only for the eye. */
export interface DrawingSurface {
  /** A stroke between two places; a dot where they are the same. */
  line(from: Place, to: Place): void
  /** An image of 28 × 28 bytes in place of what was drawn. */
  image(pixels: Uint8Array): void
  clear(): void
  /** Another colour for all ink. */
  recolour(colour: string): void
  ink(): Ink
}

export function drawingSurface(canvas: HTMLCanvasElement, initialColour: string): DrawingSurface {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('this browser does not let the page draw')
  let colour = initialColour

  const clear = (): void => context.clearRect(0, 0, CANVAS_SIDE, CANVAS_SIDE)
  return {
    line(from, to) {
      context.strokeStyle = colour
      context.lineWidth = STROKE_WIDTH
      context.lineCap = 'round'
      context.lineJoin = 'round'
      context.beginPath()
      context.moveTo(from.x, from.y)
      context.lineTo(to.x, to.y)
      context.stroke()
    },

    image(pixels) {
      clear()
      const scale = CANVAS_SIDE / SIDE
      context.fillStyle = colour
      for (const [i, ink] of pixels.entries()) {
        context.globalAlpha = ink / 255
        context.fillRect((i % SIDE) * scale, Math.floor(i / SIDE) * scale, scale, scale)
      }
      context.globalAlpha = 1
    },

    clear,

    recolour(changed) {
      colour = changed
      context.globalCompositeOperation = 'source-in'
      context.fillStyle = colour
      context.fillRect(0, 0, CANVAS_SIDE, CANVAS_SIDE)
      context.globalCompositeOperation = 'source-over'
    },

    ink() {
      const { data } = context.getImageData(0, 0, CANVAS_SIDE, CANVAS_SIDE)
      const pixels = new Uint8Array(CANVAS_SIDE * CANVAS_SIDE)
      for (let i = 0; i < pixels.length; i++) pixels[i] = data[4 * i + 3] as number
      return { pixels, width: CANVAS_SIDE, height: CANVAS_SIDE }
    },
  }
}
