import { broadcastShapes, sameShape, showShape, type Tensor } from '@nn/tensor'
import { warnOnce } from '../warn-once'

/** Input and target in one shape; a warning where they had two, which is rarely meant. */
export function broadcastPair(op: string, input: Tensor, target: Tensor): [input: Tensor, target: Tensor] {
  if (sameShape(input.shape, target.shape)) return [input, target]
  const shape = broadcastShapes(op, input.shape, target.shape)
  warnOnce(
    `${op}: the target has shape ${showShape(target.shape)} and the input ${showShape(input.shape)}. They broadcast, ` +
      'which will likely give a wrong result; give them the same shape',
  )
  return [input.expand(shape), target.expand(shape)]
}
