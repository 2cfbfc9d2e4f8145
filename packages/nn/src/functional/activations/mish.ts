import type { Tensor } from '@nn/tensor'
import { defineKernelActivation, type InplaceOptions } from './define-activation'
import { softplus } from './softplus'

/** x t with t = tanh(softplus(x)), and the derivative t + x σ(x) (1 - t²). */
const applyMish = defineKernelActivation<undefined>({
  name: 'mish',
  kernel: 'mish',
  numbers: () => [],
  gradient(grad, x) {
    const t = softplus(x).tanh()
    return grad.mul(t.square().neg().add(1).mul(x.sigmoid()).mul(x).add(t))
  },
})

/**
 * Weighs every element by the hyperbolic tangent of its `softplus`.
 *
 * $$ \text{mish}(x) = x \tanh(\ln(1 + e^x)) $$
 *
 * @throws DTypeError for integers.
 * @example
 * functional.mish(tensor([-0.5, 0.5])) // tensor([-0.2207,  0.3752])
 * @see torch.nn.functional.mish
 */
export function mish(input: Tensor, { inplace = false }: InplaceOptions = {}): Tensor {
  return applyMish(input, undefined, inplace)
}
