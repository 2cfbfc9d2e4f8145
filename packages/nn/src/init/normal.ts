import { noGrad } from '@nn/autograd'
import type { Tensor } from '@nn/tensor'
import type { InitOptions } from './uniform'

/**
 * Fills a tensor from the normal distribution.
 *
 * @returns the tensor
 * @throws RangeError for a negative standard deviation.
 * @throws DTypeError for integers.
 * @example
 * init.normal_(empty([2, 3]), 0, 0.01)
 * @see torch.nn.init.normal_
 */
export function normal_<T extends Tensor>(tensor: T, mean = 0, std = 1, options: InitOptions = {}): T {
  return noGrad(() => tensor.normal_(mean, std, options))
}
