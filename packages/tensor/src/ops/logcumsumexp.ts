import { isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, type Op } from '../core/op'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { linearRecurrence } from './linear-recurrence'
import { defineScan, forwards } from './scan-op'
import { type Direction, opposite, shift } from './shift'

const logcumsumexpOp = defineScan('logcumsumexp', {
  saves: true,
  gradient: (g, along, x, y) => apply(backwardOp, [g, x, y], along),
})

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
      apply(logcumsumexpOp, [gradient.relu().log().sub(y)], opposite(along))
        .add(x)
        .exp()
    return partOf(g).sub(partOf(g.neg()))
  },
  backward({ saved, params: along }, v) {
    const [g, x, y] = saved as [Tensor, Tensor, Tensor]
    const decay = shift(y, along, 0).sub(y).exp()
    const r = linearRecurrence(decay, v.mul(x.sub(y).exp()), along)
    return [r, v.mul(apply(backwardOp, [g, x, y], along)), g.mul(r).neg()]
  },
}

export interface LogcumsumexpOptions {
  /** The dimension to go along. */
  dim: number
}

const takesLogcumsumexp = signature('logcumsumexp', { input: kinds.tensor }, { dim: kinds.required(kinds.integer) })

/**
 * The logarithm of the sum of exponentials up to each element, along a dimension: yₖ = ln(exp x₀ + … + exp xₖ), without
 * overflow.
 *
 * @throws IndexError when there is no such dimension.
 * @throws DTypeError for integers and booleans.
 * @example
 * logcumsumexp(tensor([0.0, 0.0, 0.0], { dtype: 'float32' }), 0) // tensor([0.0000, 0.6931, 1.0986])
 * @see torch.logcumsumexp
 */
export function logcumsumexp(x: Tensor, ...args: Args<LogcumsumexpOptions, ['dim']>): Tensor {
  const { dim } = takesLogcumsumexp([x], args)
  if (!isFloatingPoint(x.dtype)) {
    throw new DTypeError(
      `logcumsumexp: needs a floating-point tensor, got ${x.dtype}; convert with to('float32') first`,
    )
  }
  return apply(logcumsumexpOp, [x], forwards('logcumsumexp', x, dim))
}
