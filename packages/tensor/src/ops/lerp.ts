import { DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, applyInPlace, type Op } from '../core/op'
import { asTensor, castTo } from '../core/operand'
import { broadcastShapes } from '../core/shape'
import { signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { where } from './where'

/** a + w (b - a), counted from the nearer end, so that both ends are met exactly. */
const lerpOp: Op<[Tensor, Tensor, Tensor]> = {
  name: 'lerp',
  forward(context, [a, b, weight]) {
    broadcastShapes('lerp', broadcastShapes('lerp', a.shape, b.shape), weight.shape)
    context.save(a, b, weight)
    const way = b.sub(a)
    const fromStart = (): Tensor => a.add(way.mul(weight))
    const fromEnd = (): Tensor => b.sub(way.mul(weight.neg().add(1)))
    if (weight.ndim === 0) return Math.abs(weight.item()) < 0.5 ? fromStart() : fromEnd()
    return where(weight.abs().lt(0.5), fromStart(), fromEnd())
  },
  backward({ saved, needs }, grad) {
    const [a, b, weight] = saved as [Tensor, Tensor, Tensor]
    return [
      needs[0] === true ? grad.mul(weight.neg().add(1)) : null,
      needs[1] === true ? grad.mul(weight) : null,
      needs[2] === true ? grad.mul(b.sub(a)) : null,
    ]
  },
}

const takesLerp = signature('', {
  input: kinds.tensor,
  end: kinds.tensor,
  weight: kinds.either(kinds.tensor, kinds.number),
})

function operands(
  op: string,
  a: Tensor,
  b: Tensor,
  weight: Tensor | number,
  none: readonly unknown[],
): [Tensor, Tensor, Tensor] {
  takesLerp([a, b, weight], none, op)
  if (!a.isFloatingPoint() || a.dtype !== b.dtype) {
    throw new DTypeError(`${op}: needs two floating-point tensors of one dtype, got ${a.dtype} and ${b.dtype}`)
  }
  if (typeof weight === 'number') return [a, b, castTo(asTensor(op, weight), a.dtype)]
  if (weight.ndim === 0) return [a, b, weight.to(a.dtype)]
  if (weight.dtype !== a.dtype) throw new DTypeError(`${op}: weight must be ${a.dtype} too, got ${weight.dtype}`)
  return [a, b, weight]
}

/**
 * The points between two tensors: a + weight · (b - a).
 *
 * @param weight 0 gives a, 1 gives b; a number or a tensor that broadcasts
 * @throws DTypeError for integers, and where the dtypes differ.
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * lerp(tensor([0.5]), tensor([4.5]), 0.25) // tensor([1.5000])
 * @see torch.lerp
 */
export function lerp(a: Tensor, b: Tensor, weight: Tensor | number, ...none: []): Tensor {
  return apply(lerpOp, operands('lerp', a, b, weight, none), undefined)
}

/** a becomes lerp(a, b, weight). */
export function lerpInPlace(a: Tensor, b: Tensor, weight: Tensor | number, ...none: []): Tensor {
  return applyInPlace(lerpOp, operands('lerp_', a, b, weight, none), undefined)
}
