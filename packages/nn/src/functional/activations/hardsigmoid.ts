import { type Tensor, where } from '@nn/tensor'
import { defineActivation, type InplaceArgs, takesInplace } from './define-activation'

const applyHardsigmoid = defineActivation<undefined>({
  name: 'hardsigmoid',
  value: (x) => x.add(3).clamp(0, 6).div(6),
  gradient: (grad, x) => where(x.gt(-3).logicalAnd(x.lt(3)), grad.div(6), 0),
})

/**
 * `sigmoid` in three straight pieces.
 *
 * $$ \text{hardsigmoid}(x) = \frac{\min(\max(x + 3, 0), 6)}{6} $$
 *
 * @throws DTypeError for integers.
 * @example
 * functional.hardsigmoid(tensor([-3.5, 0])) // tensor([0.0000, 0.5000])
 * @see torch.nn.functional.hardsigmoid
 */
export function hardsigmoid(input: Tensor, ...args: InplaceArgs): Tensor {
  const { inplace = false } = takesInplace([input], args, 'hardsigmoid')
  return applyHardsigmoid(input, undefined, inplace)
}
