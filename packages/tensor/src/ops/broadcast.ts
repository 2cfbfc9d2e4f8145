import { broadcastShapes, type Shape } from '../core/shape'
import type { Tensor } from '../tensor'
import { expand } from './view'

/**
 * x with dimensions of size 1 repeated to fill a shape, without a copy.
 *
 * @throws ShapeError where x does not broadcast to the shape.
 * @example
 * broadcastTo(tensor([1, 2]), [3, 2]).shape // [3, 2]
 * @see torch.broadcast_to
 */
export function broadcastTo(x: Tensor, shape: Shape): Tensor {
  return expand(x, shape, 'broadcastTo')
}

/** The shape that all tensors broadcast to. */
export function commonShape(op: string, tensors: readonly Tensor[]): Shape {
  return tensors.reduce<Shape>((shape, x) => broadcastShapes(op, shape, x.shape), [])
}

/**
 * All tensors in the shape that they broadcast to together, without copies.
 *
 * @throws ShapeError where they do not broadcast.
 * @example
 * const [a, b] = broadcastTensors(zeros([3, 1]), zeros([2]))
 * a.shape // [3, 2]
 * b.shape // [3, 2]
 * @see torch.broadcast_tensors
 */
export function broadcastTensors(...tensors: readonly Tensor[]): Tensor[] {
  const shape = commonShape('broadcastTensors', tensors)
  return tensors.map((x) => expand(x, shape, 'broadcastTensors'))
}
