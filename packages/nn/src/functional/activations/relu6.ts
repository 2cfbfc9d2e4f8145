import type { Tensor } from '@nn/tensor'
import type { InplaceOptions } from './define-activation'
import { hardtanh } from './hardtanh'

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
export function relu6(input: Tensor, { inplace = false }: InplaceOptions = {}): Tensor {
  return hardtanh(input, { minVal: 0, maxVal: 6, inplace })
}
