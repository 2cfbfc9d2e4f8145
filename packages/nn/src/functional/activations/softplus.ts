import { type Tensor, where } from '@nn/tensor'
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
export function softplus(input: Tensor, { beta = 1, threshold = 20 }: SoftplusOptions = {}): Tensor {
  return applySoftplus(input, { beta, threshold })
}
