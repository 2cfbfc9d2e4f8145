import { type Shape, ShapeError, showShape } from '@nn/tensor'

/** Which count keeps its magnitude: of inputs (in the forward pass) or of outputs (in the backward pass). */
export type FanMode = 'fan_in' | 'fan_out'

/** How many inputs feed an element of a layer's output, and how many outputs an input feeds. */
export interface Fans {
  readonly fanIn: number
  readonly fanOut: number
}

/**
 * The fans of a weight of shape [out, in, ...window].
 *
 * @throws ShapeError below two dimensions.
 */
export function fanInAndFanOut(op: string, { shape }: { readonly shape: Shape }): Fans {
  if (shape.length < 2) {
    throw new ShapeError(`${op}: fan-in and fan-out need a tensor of at least 2 dimensions, got ${showShape(shape)}`)
  }
  const [outputs, inputs, ...window] = shape as [number, number, ...number[]]
  const windowSize = window.reduce((product, size) => product * size, 1)
  return { fanIn: inputs * windowSize, fanOut: outputs * windowSize }
}
