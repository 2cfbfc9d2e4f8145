import type { Tensor } from '@nn/tensor'
import { broadcastPair } from './broadcast-pair'
import { checkSomeFloatingPoint } from './check-some-floating-point'

/** Input and target in one shape, and booleans as 0 and 1. */
export function pairOfNumbers(op: string, input: Tensor, target: Tensor): [input: Tensor, target: Tensor] {
  checkSomeFloatingPoint(op, input, target)
  const [x, t] = broadcastPair(op, input, target)
  return [numbers(x, t), numbers(t, x)]
}

function numbers(x: Tensor, other: Tensor): Tensor {
  return x.dtype === 'bool' ? x.to(other.dtype) : x
}
