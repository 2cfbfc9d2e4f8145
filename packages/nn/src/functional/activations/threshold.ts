import type { Tensor } from '@nn/tensor'
import { defineActivation, type InplaceOptions } from './define-activation'

interface Step {
  readonly threshold: number
  readonly value: number
}

const applyThreshold = defineActivation<Step>({
  name: 'threshold',
  integers: true,
  value: (x, { threshold, value }) => x.maskedFill(x.le(threshold), value),
  gradient: (grad, x, { threshold }) => grad.maskedFill(x.le(threshold), 0),
})

/**
 * Elements up to a threshold become one value, the others stay.
 *
 * $$ \text{threshold}(x) = \begin{cases} x & x > \text{threshold} \\ \text{value} & \text{otherwise} \end{cases} $$
 *
 * @param threshold the largest number that is replaced
 * @param value what takes its place
 * @throws DTypeError for bool.
 * @example
 * functional.threshold(tensor([0.5, 2]), 1, -7) // tensor([-7.,  2.])
 * @see torch.nn.functional.threshold
 */
export function threshold(
  input: Tensor,
  threshold: number,
  value: number,
  { inplace = false }: InplaceOptions = {},
): Tensor {
  return applyThreshold(input, { threshold, value }, inplace)
}
