import type { Tensor } from '@nn/tensor'
import { type InplaceArgs, takesInplace } from './activations/define-activation'

/**
 * Negative elements become 0.
 *
 * $$ \text{relu}(x) = \max(0, x) $$
 *
 * @param options `inplace`: change the input itself, default false
 * @example
 * functional.relu(tensor([-1.5, 2.0])) // tensor([0., 2.])
 * @see torch.nn.functional.relu
 */
export function relu(input: Tensor, ...args: InplaceArgs): Tensor {
  const { inplace = false } = takesInplace([input], args, 'relu')
  return inplace ? input.relu_() : input.relu()
}
