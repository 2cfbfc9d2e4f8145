import { gathered, type Tensors } from '../core/gathered'
import * as kinds from '../core/kinds'
import { broadcastShapes, type Shape } from '../core/shape'
import { signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { expand } from './view'

const takesBroadcastTo = signature('broadcastTo', { input: kinds.tensor, size: kinds.integers })

/**
 * x with dimensions of size 1 repeated to fill a shape, without a copy.
 *
 * @throws ShapeError where x does not broadcast to the shape.
 * @example
 * broadcastTo(tensor([1, 2]), [3, 2]).shape // [3, 2]
 * @see torch.broadcast_to
 */
export function broadcastTo(x: Tensor, shape: Shape, ...none: []): Tensor {
  takesBroadcastTo([x, shape], none)
  return expand(x, shape, 'broadcastTo')
}

/** The shape that all tensors broadcast to. */
export function commonShape(op: string, tensors: readonly Tensor[]): Shape {
  return tensors.reduce<Shape>((shape, x) => broadcastShapes(op, shape, x.shape), [])
}

const takesBroadcastTensors = signature('broadcastTensors', { tensors: kinds.tensors })

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
export function broadcastTensors(...args: Tensors): Tensor[] {
  const [list, rest] = gathered(args, kinds.tensor)
  takesBroadcastTensors([list], rest)
  const tensors = list as readonly Tensor[]
  const shape = commonShape('broadcastTensors', tensors)
  return tensors.map((x) => expand(x, shape, 'broadcastTensors'))
}
