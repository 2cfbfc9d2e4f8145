import { broadcastShapes, type Shape, ShapeError, sameShape, showShape } from '@nn/tensor'

/** Refuses an argument that does not broadcast to a shape without changing it. */
export function checkBroadcastsTo(op: string, name: string, argument: { shape: Shape }, shape: Shape): void {
  if (!sameShape(broadcastShapes(op, argument.shape, shape), shape)) {
    throw new ShapeError(
      `${op}: ${name} of shape ${showShape(argument.shape)} does not fit the input's ${showShape(shape)}`,
    )
  }
}
