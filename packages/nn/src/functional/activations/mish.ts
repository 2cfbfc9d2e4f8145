import type { Tensor } from '@nn/tensor'
import { defineKernelActivation, type InplaceArgs, takesInplace } from './define-activation'
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
export function mish(input: Tensor, ...args: InplaceArgs): Tensor {
  const { inplace = false } = takesInplace([input], args, 'mish')
  return applyMish(input, undefined, inplace)
}
