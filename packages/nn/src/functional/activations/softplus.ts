import { type Args, kinds, signature, type Tensor, where } from '@nn/tensor'
import { defineKernelActivation } from './define-activation'

interface Softness {
  readonly beta: number
  readonly threshold: number
}

/** ln(1 + eᶻ) / β with z = βx, where eᶻ cannot overflow; the derivative is σ(z). From the threshold on it is x. */
const applySoftplus = defineKernelActivation<Softness>({
  name: 'softplus',
  kernel: 'softplus',
  numbers: ({ beta, threshold }) => [beta, threshold],
  gradient(grad, x, { beta, threshold }) {
    const z = x.mul(beta)
    return where(z.gt(threshold), grad, grad.mul(z.sigmoid()))
  },
})

export interface SoftplusOptions {
  /** How sharp the bend at 0 is. Default 1. */
  beta?: number
  /** Where beta · x is above, the result is x itself. Default 20. */
  threshold?: number
}

const takesSoftplus = signature('softplus', { input: kinds.tensor }, { beta: kinds.number, threshold: kinds.number })

/**
 * A smooth `relu`.
 *
 * $$ \text{softplus}(x) = \frac{1}{\beta} \ln(1 + e^{\beta x}) $$
 *
 * @throws DTypeError for integers.
 * @example
 * functional.softplus(zeros([1])) // tensor([0.6931])
 * @see torch.nn.functional.softplus
 */
export function softplus(input: Tensor, ...args: Args<SoftplusOptions, ['beta', 'threshold']>): Tensor {
  const { beta = 1, threshold = 20 } = takesSoftplus([input], args)
  return applySoftplus(input, { beta, threshold })
}
