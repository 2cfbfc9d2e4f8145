import type { Tensor } from '@nn/tensor'
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
export function hardshrink(input: Tensor, { lambd = 0.5 }: HardshrinkOptions = {}): Tensor {
  return applyHardshrink(input, lambd)
}
