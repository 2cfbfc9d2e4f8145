import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { defineActivation } from './define-activation'

const applySoftshrink = defineActivation<number>({
  name: 'softshrink',
  value: (x, lambd) => x.sub(x.clamp(-lambd, lambd)),
  gradient: (grad, x, lambd) => grad.maskedFill(x.ge(-lambd).logicalAnd(x.le(lambd)), 0),
})

export interface SoftshrinkOptions {
  /** What is taken from the size of every element, at least 0. Default 0.5. */
  lambd?: number
}

const takesSoftshrink = signature('softshrink', { input: kinds.tensor }, { lambd: kinds.number })

/**
 * Brings every element nearer to 0, the small ones to 0.
 *
 * $$ \text{softshrink}(x) = \text{sign}(x) \max(|x| - \lambda, 0) $$
 *
 * @throws RangeError for a `lambd` below 0.
 * @throws DTypeError for integers.
 * @example
 * functional.softshrink(tensor([-1, 0.25])) // tensor([-0.5000,  0.0000])
 * @see torch.nn.functional.softshrink
 */
export function softshrink(input: Tensor, ...args: Args<SoftshrinkOptions, ['lambd']>): Tensor {
  const { lambd = 0.5 } = takesSoftshrink([input], args)
  if (!(lambd >= 0)) throw new RangeError(`softshrink: lambd must not be below 0, got ${lambd}`)
  return applySoftshrink(input, lambd)
}
