import { DTypeError, type Tensor } from '@nn/tensor'
import { takesInput } from '../takes-input'

/**
 * What `tanh` takes away.
 *
 * $$ \text{tanhshrink}(x) = x - \tanh(x) $$
 *
 * @throws DTypeError for bool.
 * @example
 * functional.tanhshrink(tensor([1])) // tensor([0.2384])
 * @see torch.nn.functional.tanhshrink
 */
export function tanhshrink(input: Tensor, ...none: []): Tensor {
  takesInput([input], none, 'tanhshrink')
  if (input.dtype === 'bool') throw new DTypeError('tanhshrink: not defined for bool tensors')
  return input.sub(input.tanh())
}
