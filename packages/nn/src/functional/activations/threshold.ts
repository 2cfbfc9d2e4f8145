import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
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

export interface ThresholdOptions extends InplaceOptions {
  /** The largest number that is replaced. */
  threshold: number
  /** What takes its place. */
  value: number
}

const takesThreshold = signature(
  'threshold',
  { input: kinds.tensor },
  { threshold: kinds.required(kinds.number), value: kinds.required(kinds.number), inplace: kinds.boolean },
)

/**
 * Elements up to a threshold become one value, the others stay.
 *
 * $$ \text{threshold}(x) = \begin{cases} x & x > \text{threshold} \\ \text{value} & \text{otherwise} \end{cases} $$
 *
 * @throws DTypeError for bool.
 * @example
 * functional.threshold(tensor([0.5, 2]), 1, -7) // tensor([-7.,  2.])
 * @see torch.nn.functional.threshold
 */
export function threshold(input: Tensor, ...args: Args<ThresholdOptions, ['threshold', 'value', 'inplace']>): Tensor {
  const { threshold, value, inplace = false } = takesThreshold([input], args)
  return applyThreshold(input, { threshold, value }, inplace)
}
