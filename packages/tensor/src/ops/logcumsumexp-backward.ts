import { apply, type Op } from '../core/op'
import type { Tensor } from '../tensor'
import { linearRecurrence } from './linear-recurrence'
import { scan } from './scan'
import { type Direction, opposite, shift } from './shift'

/**
 * ∂xₖ = Σᵢ≥ₖ gᵢ exp(xₖ - yᵢ), in logarithms and apart for positive and negative gᵢ, as PyTorch computes it: so float32
 * rounds as it does there, which shows for large x.
 *
 * Of its gradient v comes back with rᵢ = Σₖ≤ᵢ vₖ exp(xₖ - yᵢ): ∂gᵢ = rᵢ,  ∂xₖ = vₖ times the result,  ∂yᵢ = -gᵢ rᵢ.
 */
const backwardOp: Op<[Tensor, Tensor, Tensor], Direction> = {
  name: 'logcumsumexpBackward',
  forward(context, [g, x, y], along) {
    context.save(g, x, y)
    const partOf = (gradient: Tensor): Tensor =>
      scan('logcumsumexp', gradient.relu().log().sub(y), opposite(along)).add(x).exp()
    return partOf(g).sub(partOf(g.neg()))
  },
  backward({ saved, params: along }, v) {
    const [g, x, y] = saved as [Tensor, Tensor, Tensor]
    const decay = shift(y, along, 0).sub(y).exp()
    const r = linearRecurrence(decay, v.mul(x.sub(y).exp()), along)
    return [r, v.mul(logcumsumexpBackward(g, along, x, y)), g.mul(r).neg()]
  },
}

/** The gradient of a `logcumsumexp` of x that gave y, from that of y. */
export function logcumsumexpBackward(g: Tensor, along: Direction, x: Tensor, y: Tensor): Tensor {
  return apply(backwardOp, [g, x, y], along)
}
