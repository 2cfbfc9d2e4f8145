import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { defineActivation } from './define-activation'

const isSmall = (x: Tensor, lambd: number): Tensor => x.ge(-lambd).logicalAnd(x.le(lambd))

const applyHardshrink = defineActivation<number>({
  name: 'hardshrink',
  value: (x, lambd) => x.maskedFill(isSmall(x, lambd), 0),
  gradient: (grad, x, lambd) => grad.maskedFill(isSmall(x, lambd), 0),
})

export interface HardshrinkOptions {
  /** Up to this size elements become 0. Default 0.5. */
  lambd?: number
}

const takesHardshrink = signature('hardshrink', { input: kinds.tensor }, { lambd: kinds.number })

/**
 * Small elements become 0, the others stay.
 *
 * $$ \text{hardshrink}(x) = \begin{cases} x & |x| > \lambda \\ 0 & \text{otherwise} \end{cases} $$
 *
 * @throws DTypeError for integers.
 * @example
 * functional.hardshrink(tensor([-1, 0.25])) // tensor([-1.,  0.])
 * @see torch.nn.functional.hardshrink
 */
export function hardshrink(input: Tensor, ...args: Args<HardshrinkOptions, ['lambd']>): Tensor {
  const { lambd = 0.5 } = takesHardshrink([input], args)
  return applyHardshrink(input, lambd)
}
