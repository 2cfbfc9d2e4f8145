/** Paints grey values from 0 to 255, row by row, one for each pixel of a canvas. */
export function drawGreys(canvas: HTMLCanvasElement, greys: Uint8ClampedArray, width: number, height: number): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  canvas.width = width
  canvas.height = height
  const image = context.createImageData(width, height)
  greys.forEach((grey, i) => {
    image.data.set([grey, grey, grey, 255], 4 * i)
  })
  context.putImageData(image, 0, 0)
}
