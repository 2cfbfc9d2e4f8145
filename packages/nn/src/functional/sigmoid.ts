import type { Tensor } from '@nn/tensor'
import { takesInput } from './takes-input'

/**
 * Brings every element between 0 and 1.
 *
 * $$ \sigma(x) = \frac{1}{1 + e^{-x}} $$
 *
 * @example
 * functional.sigmoid(zeros([1])) // tensor([0.5000])
 * @see torch.nn.functional.sigmoid
 */
export function sigmoid(input: Tensor, ...none: []): Tensor {
  takesInput([input], none, 'sigmoid')
  return input.sigmoid()
}
