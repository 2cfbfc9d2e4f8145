import { apply, type Op } from '../core/op'
import { allocate, backwards } from '../core/operand'
import { linearRecurrence as linearRecurrenceInJs } from '../kernels/js/linear-recurrence'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'
import { type Direction, opposite, shift } from './shift'

const kernels = extraKernels({ linearRecurrence: linearRecurrenceInJs })

/** sₙ = aₙ sₙ₋₁ + bₙ. What s gets back is r, the same the other way: rₙ = ∂sₙ + aₙ₊₁ rₙ₊₁;  ∂bₙ = rₙ,  ∂aₙ = rₙ sₙ₋₁. */
const recurrenceOp: Op<[Tensor, Tensor], Direction> = {
  name: 'linearRecurrence',
  forward(context, [a, b], { dim, reverse }) {
    const out = allocate(b.shape, b.dtype)
    const [x, y, z] = reverse ? [backwards(a, dim), backwards(b, dim), backwards(out, dim)] : [a, b, out]
    kernels().linearRecurrence(x, y, dim, z)
    context.save(a, out)
    return out
  },
  backward({ saved, params, needs }, grad) {
    const [a, s] = saved as [Tensor, Tensor]
    const back = opposite(params)
    const r = linearRecurrence(shift(a, back, 0), grad, back)
    return [needs[0] === true ? r.mul(shift(s, params, 0)) : null, r]
  },
}

/** sₙ = aₙ sₙ₋₁ + bₙ in a direction, from 0. Both have one shape and a floating-point dtype. */
export function linearRecurrence(a: Tensor, b: Tensor, direction: Direction): Tensor {
  return apply(recurrenceOp, [a, b], direction)
}
