import { type Tensor, where } from '@nn/tensor'
import { defineActivation, type InplaceArgs, takesInplace } from './define-activation'

const applyHardswish = defineActivation<undefined>({
  name: 'hardswish',
  value: (x) => x.mul(x.add(3).clamp(0, 6)).div(6),
  gradient: (grad, x) => where(x.le(-3), 0, where(x.lt(3), grad.mul(x.div(3).add(0.5)), grad)),
})

/**
 * Weighs every element by its `hardsigmoid`.
 *
 * $$ \text{hardswish}(x) = x \, \frac{\min(\max(x + 3, 0), 6)}{6} $$
 *
 * @throws DTypeError for integers.
 * @example
 * functional.hardswish(tensor([-0.5, 4])) // tensor([-0.2083,  4.0000])
 * @see torch.nn.functional.hardswish
 */
export function hardswish(input: Tensor, ...args: InplaceArgs): Tensor {
  const { inplace = false } = takesInplace([input], args, 'hardswish')
  return applyHardswish(input, undefined, inplace)
}
