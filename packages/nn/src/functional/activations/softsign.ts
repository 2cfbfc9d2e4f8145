import { DTypeError, type Tensor } from '@nn/tensor'
import { takesInput } from '../takes-input'

/**
 * Brings every element between -1 and 1, slower than `tanh`.
 *
 * $$ \text{softsign}(x) = \frac{x}{1 + |x|} $$
 *
 * @throws DTypeError for bool.
 * @example
 * functional.softsign(tensor([1, -3])) // tensor([ 0.5000, -0.7500])
 * @see torch.nn.functional.softsign
 */
export function softsign(input: Tensor, ...none: []): Tensor {
  takesInput([input], none, 'softsign')
  if (input.dtype === 'bool') throw new DTypeError('softsign: not defined for bool tensors')
  return input.div(input.abs().add(1))
}
