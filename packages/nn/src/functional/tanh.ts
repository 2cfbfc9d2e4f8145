import type { Tensor } from '@nn/tensor'
import { takesInput } from './takes-input'

/**
 * Brings every element between -1 and 1.
 *
 * @example
 * functional.tanh(zeros([1])) // tensor([0.])
 * @see torch.nn.functional.tanh
 */
export function tanh(input: Tensor, ...none: []): Tensor {
  takesInput([input], none, 'tanh')
  return input.tanh()
}
