import type { Tensor } from '@nn/tensor'
import { checkDtype, type InplaceArgs, takesInplace } from './define-activation'
import { applyHardtanh } from './hardtanh'

/**
 * Negative elements become 0, those above 6 become 6.
 *
 * $$ \text{relu6}(x) = \min(\max(0, x), 6) $$
 *
 * @throws DTypeError for bool.
 * @example
 * functional.relu6(tensor([-0.5, 8])) // tensor([0., 6.])
 * @see torch.nn.functional.relu6
 */
export function relu6(input: Tensor, ...args: InplaceArgs): Tensor {
  const { inplace = false } = takesInplace([input], args, 'relu6')
  checkDtype('relu6', input, true)
  return applyHardtanh(input, { min: 0, max: 6 }, inplace)
}
