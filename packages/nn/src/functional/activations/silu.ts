import type { Tensor } from '@nn/tensor'
import { defineKernelActivation, type InplaceArgs, takesInplace } from './define-activation'

/** x σ(x), with the derivative σ (1 + x (1 - σ)). */
const applySilu = defineKernelActivation<undefined>({
  name: 'silu',
  kernel: 'silu',
  numbers: () => [],
  gradient(grad, x) {
    const sigma = x.sigmoid()
    return grad.mul(sigma.mul(sigma.neg().add(1).mul(x).add(1)))
  },
})

/**
 * Weighs every element by its `sigmoid`; also called swish.
 *
 * $$ \text{silu}(x) = x \, \sigma(x) $$
 *
 * @throws DTypeError for integers.
 * @example
 * functional.silu(tensor([-0.5, 0.5])) // tensor([-0.1888,  0.3112])
 * @see torch.nn.functional.silu
 */
export function silu(input: Tensor, ...args: InplaceArgs): Tensor {
  const { inplace = false } = takesInplace([input], args, 'silu')
  return applySilu(input, undefined, inplace)
}
